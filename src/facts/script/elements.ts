/** JSX → element values. */
import type * as ast from '@babel/types'
import type { GraphBuilder } from './builder.js'
import { lowerExpression, lowerNamed } from './expressions.js'
import type { ObjectEntry, ValueId } from './graph.js'

export function lowerElement(graph: GraphBuilder, node: ast.JSXElement | ast.JSXFragment): ValueId {
  const properties: ObjectEntry[] = []
  let name: ValueId | string = ''
  if (node.type === 'JSXElement') {
    name = elementName(graph, node.openingElement.name)
    for (const attribute of node.openingElement.attributes) {
      if (attribute.type === 'JSXSpreadAttribute') {
        properties.push({ name: null, key: null, value: lowerExpression(graph, attribute.argument) })
        continue
      }
      properties.push({ name: attributeName(attribute.name), key: null, value: attributeValue(graph, attribute) })
    }
  }
  const children: ValueId[] = []
  for (const child of node.children) {
    if (child.type === 'JSXText') {
      if (child.value.trim() !== '') children.push(graph.value(child, { kind: 'constant', value: child.value }))
    } else if (child.type !== 'JSXExpressionContainer' || child.expression.type !== 'JSXEmptyExpression') {
      children.push(lowerExpression(graph, child))
    }
  }
  return graph.value(node, { kind: 'element', name, properties, children })
}

function elementName(graph: GraphBuilder, name: ast.JSXElement['openingElement']['name']): ValueId | string {
  if (name.type === 'JSXNamespacedName') return `${name.namespace.name}:${name.name.name}`
  if (name.type === 'JSXIdentifier') {
    if (/^[a-z]/.test(name.name) && graph.lookup(name.name) === undefined) return name.name
    return lowerExpression(graph, { ...name, type: 'Identifier' } as unknown as ast.Identifier)
  }
  const object = elementName(graph, name.object)
  const value = typeof object === 'string' ? graph.value(name, { kind: 'global', name: object }) : object
  return graph.value(name, { kind: 'member', object: value, name: name.property.name, key: null })
}

function attributeName(name: ast.JSXAttribute['name']): string {
  return name.type === 'JSXNamespacedName' ? `${name.namespace.name}:${name.name.name}` : name.name
}

function attributeValue(graph: GraphBuilder, attribute: ast.JSXAttribute): ValueId {
  const value = attribute.value
  if (!value) return graph.value(attribute, { kind: 'constant', value: true })
  if (value.type === 'JSXExpressionContainer') {
    if (value.expression.type === 'JSXEmptyExpression') return graph.unknown(value)
    return lowerNamed(graph, value.expression, attributeName(attribute.name))
  }
  return lowerExpression(graph, value)
}
