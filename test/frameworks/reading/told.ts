/** Code as short text: for the tests of what reads Python, Ruby, Elixir and Go. */
import type { Argument, CodeFunction, Expression, Statement } from '../../../src/frameworks/reading/code/nodes.js'

export function told(node: Expression): string {
  const items = (list: readonly Argument[]): string => list.map(({ name, key, value, isSpread }) =>
    `${isSpread ? '*' : ''}${name === null ? '' : `${name}=`}${key ? `${told(key)}: ` : ''}${told(value)}`).join(', ')
  switch (node.kind) {
    case 'text': return JSON.stringify(node.text)
    case 'symbol': return `:${node.name}`
    case 'name': return node.name
    case 'constant': return String(node.value)
    case 'member': return `${told(node.object)}.${node.name}`
    case 'index': return `${told(node.object)}[${told(node.key)}]`
    case 'call': return `${told(node.callee)}(${items(node.arguments)})${node.block ? block(node.block) : ''}`
    case 'list': return `[${items(node.items)}]`
    case 'map': return `{${items(node.entries)}}`
    case 'join': return `<${node.parts.map(told).join('')}>`
    case 'binary': return `(${told(node.left)} ${node.operator} ${told(node.right)})`
    case 'choice': return `(${node.options.map(told).join(' | ')})`
    case 'each': return `each ${node.variables.join()} of ${told(node.over)}: ${told(node.item)}`
    case 'function': return `fn${block(node.function)}`
    case 'other': return `?${node.parts.map(told).join()}`
  }
}

function block({ parameters, body }: CodeFunction): string {
  return `(${parameters.map(({ name }) => name).join()}) { ${lines(body).map((line) => line.trim()).join('; ')} }`
}

export function lines(statements: readonly Statement[], indent = ''): string[] {
  const body = (inner: readonly Statement[]): string[] => lines(inner, `${indent}  `)
  return statements.flatMap((node): string[] => {
    switch (node.kind) {
      case 'expression': return [indent + told(node.value)]
      case 'return': return [`${indent}return ${told(node.value)}`]
      case 'assign': return [`${indent}${node.targets.map(told).join(' = ')} ${node.operator} ${told(node.value)}`]
      case 'import': return [`${indent}import ${node.imports.map(({ module, name, alias }) => `${module}|${name ?? ''}|${alias}`).join(' ')}`]
      case 'function': {
        const { name, receiver, decorators } = node.function
        const around = decorators.map((decorator) => ` @${told(decorator)}`).join('')
        return [`${indent}def ${receiver === null ? '' : `${receiver}.`}${name as string}${around}`, ...body(node.function.body)]
      }
      case 'class': return [`${indent}class ${node.class.name}(${node.class.bases.map(({ value }) => told(value)).join()})`, ...body(node.class.body)]
      case 'branch': return node.branches.flatMap((branch) =>
        [`${indent}${branch.isNegated ? 'unless' : 'if'} ${node.subject ? `${told(node.subject)} is ` : ''}${branch.tests.map(told).join()}`, ...body(branch.body)])
      case 'loop': return [`${indent}for ${node.variables.join()} in ${node.over ? told(node.over) : ''}`, ...body(node.body)]
      case 'block': return [`${indent}block ${node.heads.map(told).join()}`, ...body(node.body)]
    }
  })
}
