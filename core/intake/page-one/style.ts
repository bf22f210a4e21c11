/**
 * How page 1 looks. Sizes follow from the size of the type that `fit` chose, so that its arithmetic holds.
 *
 * The first families share the widths of Helvetica. Where only the wide DejaVu Sans is there, it is made narrower.
 */
export const STYLE = `
@page { size: A4; margin: 10mm }
@font-face { font-family: PageOne; src: local("DejaVu Sans"); size-adjust: 89% }
@font-face { font-family: PageOne; src: local("DejaVu Sans Bold"); font-weight: 700; size-adjust: 86% }
* { box-sizing: border-box; margin: 0; padding: 0 }
body { background: #e9ecec; color: #16262e }
main { width: 210mm; margin: 0 auto; padding: 10mm; background: #fff;
  font-family: Arial, Helvetica, "Liberation Sans", "Nimbus Sans", PageOne, sans-serif; line-height: 1.27 }
.rows-12 { font-size: 12px } .rows-11 { font-size: 11.25px } .rows-10 { font-size: 10.5px }
.run-10 { font-size: 10.25px } .run-9 { font-size: 9.5px }
dd, p, li { overflow-wrap: anywhere }
dt { color: #45575f }
header { display: flex; align-items: flex-end; gap: 1.2em; padding-bottom: .5em; border-bottom: 2px solid #16262e }
h1 { font-size: 1em; font-weight: 400; color: #45575f; white-space: nowrap }
h1 b { display: block; font-size: 1.5em; line-height: 1.2; color: #16262e }
.strip { flex: 1; display: flex; flex-wrap: wrap; gap: 0 1.6em }
.strip dd { font-weight: 700 }
.count { text-align: right; white-space: nowrap; color: #45575f }
.count b { display: block; font-size: 1.5em; line-height: 1.2; color: #16262e }
.notes { padding: .35em 0; font-weight: 700; border-bottom: 1px solid #16262e }
.flags { list-style: none; border-bottom: 1px solid #16262e; padding: .3em 0 }
.flags li { display: grid; grid-template-columns: 4.4em 1fr auto; gap: 0 .7em; padding: .18em 0 }
.level { align-self: start; border: 1.5px solid; border-radius: .25em; text-align: center; font-weight: 700;
  font-size: .86em; line-height: 1.35 }
.red .level { background: #9c2f3f; border-color: #9c2f3f; color: #fff }
.amber .level { border-color: #b4531a; color: #8c3f12; background: #fdf1e4 }
.flags time { white-space: nowrap }
.columns { columns: 2; column-gap: 22px; column-fill: balance }
section { padding-top: .75em }
h2 { font-size: 1.08em; line-height: 1.25; color: #0e4a5c; break-after: avoid }
.rows dl > div { display: grid; grid-template-columns: 31% 1fr; gap: 0 .7em; padding: .16em 0;
  border-top: 1px solid #cfd8da; break-inside: avoid }
.rows dl > div.long { break-inside: auto }
.rows dd span { display: block }
.run { line-height: 1.22 }
.run dl > div, .run dt, .run dd { display: inline }
.run dd { font-weight: 400 }
.run dt { font-weight: 700; color: #16262e }
.run dl > div + div::before { content: " · "; font-weight: 700 }
.run dd span + span::before { content: " | " }
.loud { outline: 2px solid #9c2f3f; outline-offset: -1px; font-weight: 700 }
.rows dl > div.loud { padding: .25em .4em; border-top: 0; margin: .2em 0 }
footer { margin-top: .8em; padding-top: .3em; border-top: 1px solid #cfd8da; color: #45575f }
.sheet-2 { break-before: page; padding-top: 0 }
.own { }
@media screen { main { min-height: 297mm; box-shadow: 0 0 12px #0003 } }
@media print {
  body, main { background: #fff; color: #000 } main { width: auto; padding: 0 }
  dt, h1, h1 b, h2, .count, .count b, footer, .run dt { color: #000 }
  .red .level { background: #000; border-color: #000; color: #fff; print-color-adjust: exact }
  .amber .level { background: #fff; border-color: #000; color: #000 }
  .loud { outline-color: #000 } .rows dl > div, footer { border-color: #999 }
}
`;
