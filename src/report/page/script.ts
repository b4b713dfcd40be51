/** What the page can do beyond being read: search, filter, and unfold everything for the printer. It works without. */
export const script = `
(function () {
  var form = document.getElementById('filters')
  var findings = Array.prototype.slice.call(document.querySelectorAll('[data-finding]'))
  if (form && findings.length > 1) {
    var field = function (id) { return document.getElementById(id) }
    var texts = findings.map(function (each) { return (each.textContent + ' ' + each.dataset.words).toLowerCase() })
    var groups = Array.prototype.slice.call(document.querySelectorAll('[data-group]'))
    var update = function () {
      var words = field('search').value.toLowerCase().split(/\\s+/).filter(Boolean)
      var wanted = ['severity', 'class', 'tracker'].map(function (name) { return [name, field(name).value] })
      var shown = 0
      findings.forEach(function (each, index) {
        var fits = words.every(function (word) { return texts[index].indexOf(word) >= 0 }) &&
          wanted.every(function (pair) { return pair[1] === '' || each.dataset[pair[0]] === pair[1] })
        each.hidden = !fits
        if (fits) shown++
      })
      groups.forEach(function (group) { group.hidden = !group.querySelector('[data-finding]:not([hidden])') })
      field('shown').textContent = shown === findings.length ? '' : shown + ' of ' + findings.length + ' shown'
    }
    form.hidden = false
    form.addEventListener('input', update)
    form.addEventListener('submit', function (event) { event.preventDefault() })
    update()
  }
  var unfold = function () {
    var target = location.hash && document.getElementById(location.hash.slice(1))
    var details = target && target.querySelector('details')
    if (details) details.open = true
  }
  window.addEventListener('hashchange', unfold)
  unfold()
  var folded = []
  window.addEventListener('beforeprint', function () {
    folded = Array.prototype.slice.call(document.querySelectorAll('details:not([open])'))
    folded.forEach(function (each) { each.open = true })
  })
  window.addEventListener('afterprint', function () { folded.forEach(function (each) { each.open = false }) })
})()
`
