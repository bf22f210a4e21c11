/** What is left of an A4 inside the margins, in pixels of CSS, 96 to the inch. */
export const SHEET = { widthPx: 733, heightPx: 1062 } as const;

const COLUMN_GAP_PX = 21;

/** The width of one of the two columns. */
export const COLUMN_PX = (SHEET.widthPx - COLUMN_GAP_PX) / 2;

/** The part of a column in which the labels stand when each answer has a row of its own. */
export const LABEL_SHARE = 0.31;

/**
 * How page 1 looks. Heights follow the size of the type, and height.ts works with them: change both.
 *
 * The first families share the widths of Helvetica. Where only the wide DejaVu Sans is there, it is made narrower.
 */
export const STYLE = `
@page { size: A4; margin: 8mm }
@font-face { font-family: PageOne; src: local("DejaVu Sans"); size-adjust: 87% }
@font-face { font-family: PageOne; src: local("DejaVu Sans Bold"); font-weight: 700; size-adjust: 84% }
* { box-sizing: border-box; margin: 0; padding: 0 }
body { background: #e9ecec; color: #16262e }
main { width: 210mm; margin: 0 auto; padding: 8mm; background: #fff; line-height: 1.27;
  font-family: Arial, Helvetica, "Liberation Sans", "Nimbus Sans", PageOne, sans-serif }
dd, p, li { overflow-wrap: anywhere }
dd span { unicode-bidi: isolate }
header { display: flex; align-items: flex-end; gap: 2em; padding-bottom: .4em; border-bottom: 2px solid }
h1 { font-size: 1em; font-weight: 400; white-space: nowrap }
h1 b, .count { font-size: 1.5em; line-height: 1.2; font-weight: 700; white-space: nowrap }
h1 b { display: block }
.count { order: 1 }
header dl { flex: 1; display: flex; flex-wrap: wrap; gap: 0 1.6em }
dt { color: #45575f }
.notes { padding: .3em 0; font-weight: 700; border-bottom: 1px solid }
.flags { list-style: none; padding: .25em 0; border-bottom: 1px solid }
.flags li { display: grid; grid-template-columns: 5.6em 1fr auto; gap: 0 .7em; padding: .14em 0 }
.flags .none { display: block }
.level { align-self: start; border: 1px solid; border-radius: .25em; text-align: center; font-weight: 700;
  font-size: .86em; line-height: 1.15 }
.red .level { background: #9c2f3f; border-color: #9c2f3f; color: #fff }
.amber .level { border-color: #b4531a; color: #8c3f12; background: #fdf1e4 }
.call .level { border-color: transparent; color: #45575f; font-weight: 400 }
.flags time { white-space: nowrap }
section { padding-top: .7em }
h2 { font-size: 1.1em; line-height: 1.27; color: #0e4a5c; break-after: avoid }
.contact { padding-bottom: .4em; border-bottom: 1px solid #d5dcde }
.columns, .contact dl { columns: 2; column-gap: 21px }
section dl > div { break-inside: avoid }
.rows dl > div:nth-child(-n+2):not(:last-child), .lines dl > div:nth-child(-n+2):not(:last-child) { break-after: avoid }
[data-item="call-name"] dd, .loud dd { font-weight: 700 }
.rows section dl > div { display: grid; grid-template-columns: 31% 1fr; gap: 0 .7em; padding: .16em 0;
  border-top: 1px solid #d5dcde }
.rows dd span { display: block }
.lines { line-height: 1.22 }
.run { line-height: 1.18 }
.lines section dt, .lines section dd, .run section dt, .run section dd { display: inline }
.lines section dt, .run section dt { font-weight: 700; color: inherit }
.lines .loud dt, .run .loud dt { font-weight: 400 }
.lines section dl > div { padding: .08em 0 .08em .8em; text-indent: -.8em }
.lines dd span + span::before, .run dd span + span::before { content: "| " }
.run .flags li { padding: .08em 0 }
.run section { padding-top: .4em; orphans: 1; widows: 1 }
.run section dl > div { display: inline }
.run section dl > div + div::before { content: "· "; font-weight: 700 }
section dl > div.loud, .run section dl > div.loud { border: 2px solid #9c2f3f; padding: .15em .4em;
  margin: .15em 0; text-indent: 0 }
.run section dl > div.loud { display: block }
.run section dl > div.loud::before, .run section dl > div.loud + div::before { content: none }
footer { margin-top: .7em; padding-top: .3em; border-top: 1px solid #d5dcde; color: #45575f }
.second { break-before: page; font-size: 12px }
.run .second dl > div { display: block; padding: .5em 0; text-indent: 0; break-inside: auto }
.run .second dt { display: block; font-weight: 700 }
.run .second dl > div + div::before { content: none }
@media screen { main { min-height: 297mm; box-shadow: 0 0 12px #0003 } }
@media print {
  body, main { background: none; color: #000 }
  main { width: auto; padding: 0 }
  dt, h2, footer { color: #000 }
  .level, .amber .level { background: none; border-color: #000; color: #000 }
  .call .level { border-color: transparent; color: #000 }
  .red .level { background: none; border-color: #000; color: #000; outline: 1.5px solid #000 }
  section dl > div.loud, .run section dl > div.loud { border-color: #000 }
  .rows section dl > div, .contact, footer { border-color: #ccc }
}
`;
