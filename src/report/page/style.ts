/** The page's looks: light and dark, narrow and printed. Contrast is at least 4.5 to 1 in both. */
export const style = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#56606d;--paper:#fbfbfa;--card:#fff;--line:#dfe2e6;--code:#f2f4f6;
--bad:#a3172a;--bad-soft:#fdecee;--warn:#7a4d00;--warn-soft:#fdf3dc;--good:#1c6b45;--link:#14539a;--strict:#b3261e;--mild:#b06a00;--public:#7b8794;--mark:#ffe9a8}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ed;--soft:#a3adb8;--paper:#14181d;--card:#1b2027;--line:#333b45;--code:#222932;
--bad:#ff9d9d;--bad-soft:#3d1f24;--warn:#f2c46d;--warn-soft:#372b14;--good:#7fd6a8;--link:#8ec2ff;--strict:#ff8a80;--mild:#f0b35a;--public:#8794a1;--mark:#5a4a12}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
.page{max-width:68rem;margin:0 auto;padding:2rem 1.5rem 4rem}
header h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem;letter-spacing:-.01em}
h2{font-size:1.35rem;line-height:1.3;margin:3rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.05rem;margin:2rem 0 .5rem;text-transform:capitalize}
h3 .note{text-transform:none}
h4{font-size:1.05rem;line-height:1.4;margin:0 0 .4rem}
h5{font-size:.85rem;margin:1rem 0 .3rem;color:var(--soft)}
p{margin:.4rem 0 .8rem;max-width:48rem}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:1}
nav ul{list-style:none;margin:1.25rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.note{color:var(--soft);font-size:.875rem;font-weight:400}
.statement{font-size:1.08rem}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.86em}
code{background:var(--code);padding:.08em .3em;border-radius:.25em}
pre{background:var(--code);padding:.75rem 1rem;margin:.4rem 0;overflow-x:auto;border-radius:.4rem;line-height:1.5}
pre code{background:none;padding:0}
pre mark,mark{background:var(--mark);color:inherit;border-radius:.15em}
.number{display:inline-block;min-width:3.2em;padding-right:1em;text-align:right;color:var(--soft);user-select:none}
.path{background:none;padding:0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.75rem;margin:0 0 1.25rem}
.figure{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figure dt{color:var(--soft);font-size:.875rem;line-height:1.35}
.figure dd{margin:0;font-size:1.7rem;font-weight:650;line-height:1.25;font-variant-numeric:tabular-nums}
.figure.bad dd{color:var(--bad)}
.chip{display:inline-block;font-size:.75rem;font-weight:600;line-height:1.5;padding:.05rem .5rem;border-radius:1rem;border:1px solid var(--line);background:var(--code);color:var(--ink);white-space:nowrap}
.chip.error{background:var(--bad-soft);color:var(--bad);border-color:currentColor}
.chip.warning{background:var(--warn-soft);color:var(--warn);border-color:currentColor}
.chip.strict{color:var(--bad)}.chip.mild{color:var(--warn)}
.steps{padding-left:1.6rem;max-width:52rem}
.steps li{margin:0 0 1.1rem;padding-left:.4rem}
.steps li::marker{font-weight:650;color:var(--soft)}
.steps p{margin:.15rem 0}
.step-head{font-weight:600}
.wide{overflow-x:auto}
figure{margin:0}
figure .wide{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.75rem}
svg{display:block;max-width:100%;min-width:44rem;height:auto;margin:0 auto}
svg text{font:12.5px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;fill:var(--ink)}
svg .sub{font-size:10.5px;fill:var(--soft)}
.way{fill:none;opacity:.62}
.way.strict{stroke:var(--strict)}.way.mild{stroke:var(--mild)}.way.public{stroke:var(--public);opacity:.4}
.way.possible{stroke-dasharray:2 5}
.way:hover{opacity:1}
.dot.strict{fill:var(--strict)}.dot.mild{fill:var(--mild)}.dot.public{fill:var(--public)}.dot.tracker{fill:var(--ink)}
figcaption{margin-top:.5rem;color:var(--soft);font-size:.875rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.key::before{content:"";display:inline-block;width:1.4em;border-top:3px solid;margin-right:.45em;vertical-align:.28em}
.key.strict::before{border-color:var(--strict)}.key.mild::before{border-color:var(--mild)}.key.public::before{border-color:var(--public)}
.key.possible::before{border-top-style:dotted;border-color:var(--soft)}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.45}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.8rem;color:var(--soft);font-weight:600;white-space:nowrap}
tbody th{font-weight:600}
.class{border-bottom:1px solid var(--line);padding:.35rem 0}
.class summary h3{display:inline;margin:0}
.class table{margin:.5rem 0 1rem}
.class tbody th{font-weight:400}
summary{cursor:pointer}
.finding{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--warn);border-radius:.5rem;padding:1rem 1.25rem;margin:0 0 1rem}
.finding.error{border-left-color:var(--bad)}
.finding:target{outline:3px solid var(--link)}
.finding p{max-width:none}
.evidence{border-top:1px solid var(--line);padding-top:.5rem;margin-top:.6rem}
.evidence>summary{color:var(--link);font-size:.9rem}
.plain{list-style:none;padding:0;margin:0;font-size:.9rem}
.plain li{margin:0 0 .4rem}
.chain,.line{font-size:.92em;color:var(--soft);margin:.1rem 0 0 .25rem}
.flow{font-size:.9rem;margin:0;padding-left:1.4rem}
.flow li{margin:0 0 .4rem}
.line code{display:block;white-space:pre-wrap;color:var(--ink)}
#trackers td:nth-child(3){min-width:13rem}
.filters{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.9rem 1rem;margin:0 0 1rem}
.filters[hidden]{display:none}
.filters label{font-size:.8rem;color:var(--soft);display:flex;flex-direction:column;gap:.2rem}
.filters input,.filters select{font:inherit;font-size:.95rem;color:var(--ink);background:var(--paper);border:1px solid var(--public);border-radius:.35rem;padding:.3rem .5rem;min-width:9rem}
.filters input{min-width:15rem}
#shown{margin:0;font-size:.875rem;color:var(--soft);flex-basis:100%}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
@media (max-width:40rem){.page{padding:1.25rem 1rem 3rem}h2{margin-top:2rem}.filters label,.filters input,.filters select{width:100%}.finding{padding:.8rem .9rem}.wide table{min-width:46rem}
.class table,.class tbody,.class tr,.class td,.class th{display:block}.class thead{display:none}.class td,.class th{border:0;padding:.1rem 0}.class tr{border-bottom:1px solid var(--line);padding:.4rem 0}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--card:#fff;--line:#bbb;--code:#f4f4f4;--bad:#8a1020;--bad-soft:#fff;--warn:#6a4300;--warn-soft:#fff;--link:#000;--strict:#b3261e;--mild:#b06a00;--public:#7b8794;--mark:#eee}
@page{margin:16mm 14mm}
body{font-size:10pt}.page{max-width:none;padding:0}nav,.skip,.filters{display:none}h2{break-after:avoid;margin-top:1.5rem}h3,h4,h5{break-after:avoid}
#first,#picture{break-inside:avoid}tr,.steps li,figure{break-inside:avoid}.finding{break-inside:auto}pre{white-space:pre-wrap;overflow:visible}
.wide{overflow:visible}svg{min-width:0}.wide table{min-width:0}details::details-content{content-visibility:visible;display:block;height:auto;block-size:auto}summary{list-style:none}
a{text-decoration:none}thead{display:table-header-group}}
`
