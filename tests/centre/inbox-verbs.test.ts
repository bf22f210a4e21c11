import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csvLine } from '../../core/basics/csv.ts';
import type { Intake } from '../../core/intake/intake.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { DeliveringKiosk, receive, type Sent } from './delivered-kiosk.ts';
import { centre, drinking, exampleIntake, makeCentre, type MadeCentre, type Run } from './made-centre.ts';

let made: MadeCentre;
let kiosk: DeliveringKiosk;
beforeEach(async () => {
  made = await makeCentre();
  kiosk = new DeliveringKiosk(made);
});
afterEach(() => made.remove());

const flagged = (intake: Intake, level: 'red' | 'amber'): Intake => ({
  ...intake,
  flags: [{ rule: 'made-up', level, linkIds: ['call-name'], at: '2026-03-01T10:10:00.000Z' }],
});
const saying = (intake: Intake, text: string): Intake => ({
  ...intake,
  answers: intake.answers.map((answer) => ({ ...answer, said: { kind: 'words', text } })),
});
const number = (seq: number): string => `${made.kiosk.kioskId.slice(0, 8)}-${seq}`;
const verb = (...args: readonly string[]): Promise<Run> => centre(...args, '--home', made.home, '--json');
const list = (...more: readonly string[]): Promise<Run> => verb('list', '--kiosk', made.kioskFile, ...more);
const inInbox = ({ intake }: Sent, file: string): string => join(made.home, 'inbox', intake.intakeId, file);
const openings = (): unknown[] =>
  readFileSync(join(made.home, 'opened.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

async function received(...intakes: readonly Intake[]): Promise<readonly Sent[]> {
  for (const intake of intakes) await kiosk.seal(intake);
  await receive(made, kiosk.lay('stick'));
  return kiosk.sent;
}

describe('The list', () => {
  test('has red flags first, then amber ones, then whoever waits longest, with the day of fourteen', async () => {
    const later = { ...exampleIntake(made), createdAt: '2026-03-02T10:00:00.000Z' };
    const amber = flagged(exampleIntake(made), 'amber');
    await received(later, drinking(exampleIntake(made)), amber, flagged(exampleIntake(made), 'red'));
    const run = await list();
    expect(run).toMatchObject({
      code: 0,
      json: {
        ok: true,
        intakes: [
          { number: number(4), flag: 'red', dayOf14: null, mark: null },
          { number: number(3), flag: 'amber' },
          { number: number(2), flag: null, dayOf14: 3 },
          { number: number(1), flag: null, dayOf14: null },
        ],
      },
    });
    expect(run.said.join('\n')).toContain('day 3 of 14');
    expect(run.said.join('\n')).not.toContain('Aviaja');
  });

  test('ties somebody who came back to the earlier intake, by slip', async () => {
    const first = await kiosk.seal();
    const slip = { kioskId: made.kiosk.kioskId, seq: 1, sha256Start: first.sha256.slice(0, 8) };
    await kiosk.seal(exampleIntake(made), { manifest: { addsTo: slip } });
    await kiosk.seal(exampleIntake(made), { manifest: { addsTo: { ...slip, sha256Start: '00000000' } } });
    await receive(made, kiosk.lay('stick'));
    const run = await list();
    expect(run.json).toMatchObject({
      intakes: [
        { number: number(1), addsTo: null, addedBy: [number(2)] },
        { number: number(2), addsTo: { number: number(1), intakeId: first.intake.intakeId } },
        { number: number(3), addsTo: { number: number(1), intakeId: null } },
      ],
    });
    expect(run.said.join('\n')).toContain('which is not here');
  });

  test('loses whoever took an intake back after it came, and keeps the intake', async () => {
    const preimage = nodeHasher.sha256(new Uint8Array(2));
    const tag = nodeHasher.sha256(new Uint8Array(Buffer.from(preimage, 'hex')));
    const back = await kiosk.seal(exampleIntake(made), { manifest: { withdrawTag: tag } });
    const stick = kiosk.lay('stick');
    await receive(made, stick);
    kiosk.layHead(stick, {
      lines: 2,
      withdrawn: [{ seq: 1, sha256: back.sha256, at: '2026-03-01T11:00:00.000Z', preimage }],
    });
    await receive(made, stick);
    expect((await list()).json).toMatchObject({ intakes: [] });
    expect((await list('--all')).json).toMatchObject({ intakes: [{ isTakenBack: true }] });
    const page = join(made.folder, 'list.html');
    const report = await verb('report', number(1), '--with-answers', '--out', page, '--kiosk', made.kioskFile);
    expect(report).toMatchObject({ code: 3, json: { reason: 'notWaiting' } });
    expect(existsSync(page)).toBe(false);
    expect(existsSync(inInbox(back, 'intake.json'))).toBe(true);
  });

  test('names a fork, and puts what it cannot read first', async () => {
    const [one, two] = await received(exampleIntake(made), flagged(exampleIntake(made), 'red'));
    const restored = new DeliveringKiosk(made);
    await restored.seal();
    await receive(made, restored.lay('again'));
    writeFileSync(inInbox(one as Sent, 'intake.json'), 'x');
    expect((await list()).json).toMatchObject({
      intakes: [
        { intakeId: one?.intake.intakeId, isUnreadable: true, isForked: true },
        { intakeId: two?.intake.intakeId, flag: 'red', isForked: false },
        { seq: 1, isForked: true },
      ],
    });
  });

  test('of a centre that never received anything is empty', async () => {
    expect((await list()).json).toEqual({ ok: true, intakes: [] });
  });
});

describe('A mark', () => {
  test('says what was done, who did it and when, and stays when the next one comes', async () => {
    const [one] = await received(exampleIntake(made), exampleIntake(made));
    await verb('mark', number(1), '--as', 'noAnswer', '--who', 'Malik');
    await verb('mark', one?.intake.intakeId ?? '', number(2), '--as', 'contacted', '--who', 'Ivalu');
    const state = { mark: { state: 'contacted', who: 'Ivalu', at: '2026-03-03T08:00:00.000Z' } };
    expect((await list()).json).toMatchObject({ intakes: [state, state] });
    expect(readFileSync(join(made.home, 'marks.jsonl'), 'utf8')).toContain('Malik');
  });

  test('that closes takes an intake off the list, and another one brings it back', async () => {
    await received(exampleIntake(made));
    await verb('mark', number(1), '--as', 'closed');
    expect((await list()).json).toMatchObject({ intakes: [] });
    expect((await list('--all')).json).toMatchObject({ intakes: [{ mark: { state: 'closed' } }] });
    await verb('mark', number(1), '--as', 'started');
    expect((await list()).json).toMatchObject({ intakes: [{ mark: { state: 'started' } }] });
  });

  test('for an intake that is not here marks none of those that were named', async () => {
    await received(exampleIntake(made));
    const run = await verb('mark', number(1), number(9), '--as', 'closed');
    expect(run).toMatchObject({ code: 3, json: { ok: false, reason: 'unknown', intake: number(9) } });
    expect((await list()).json).toMatchObject({ intakes: [{ mark: null }] });
  });
});

describe('An export', () => {
  test('holds each answer in a field that no spreadsheet works out, and tells the log who read it', async () => {
    const [one] = await received(saying(exampleIntake(made), '=1+1;"x"'));
    const csv = join(made.folder, 'answers.csv');
    const ndjson = join(made.folder, 'answers.ndjson');
    const run = await verb('export', '--csv', csv, '--ndjson', ndjson, '--who', 'Ivalu');
    expect(run).toMatchObject({ code: 0, json: { ok: true, exported: [one?.intake.intakeId] } });
    expect(readFileSync(csv, 'utf8')).toContain(`"words","Hvad vil du gerne have hjælp til først?","'=1+1;""x"""\r\n`);
    expect(readFileSync(ndjson, 'utf8')).toBe('{"resourceType":"QuestionnaireResponse"}\n');
    for (const file of [csv, ndjson]) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(openings()).toEqual([
      { format: 1, at: '2026-03-03T08:00:00.000Z', who: 'Ivalu', verb: 'export', intakeIds: [one?.intake.intakeId] },
    ]);
  });

  test('leaves out what cannot be read, and says so', async () => {
    const [one] = await received(exampleIntake(made));
    writeFileSync(inInbox(one as Sent, 'intake.json'), 'x');
    const run = await verb('export', '--csv', join(made.folder, 'answers.csv'));
    expect(run).toMatchObject({ code: 3, json: { exported: [], left: [one?.intake.intakeId] } });
  });

  test.each(['x', '', null])('does not say that it holds FHIR which cannot be read: %o', async (damage) => {
    const [one, other] = await received(exampleIntake(made), exampleIntake(made));
    if (damage === null) rmSync(inInbox(one as Sent, 'fhir.json'));
    else writeFileSync(inInbox(one as Sent, 'fhir.json'), damage);
    const ndjson = join(made.folder, 'answers.ndjson');
    const run = await verb('export', '--ndjson', ndjson);
    expect(run).toMatchObject({
      code: 3,
      json: { ok: false, exported: [other?.intake.intakeId], left: [one?.intake.intakeId] },
    });
    expect(readFileSync(ndjson, 'utf8')).toBe('{"resourceType":"QuestionnaireResponse"}\n');
  });

  test('that cannot be logged is not made', async () => {
    await received(exampleIntake(made));
    mkdirSync(join(made.home, 'opened.jsonl'));
    const csv = join(made.folder, 'answers.csv');
    expect((await verb('export', '--csv', csv)).code).toBe(2);
    expect(existsSync(csv)).toBe(false);
  });
});

test('no field of a CSV line begins a formula, and every line can be read back', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (fields) => {
      const line = csvLine(fields);
      const read = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n$)/g)].map(([, field]) => field?.replaceAll('""', '"'));
      expect(read.every((field) => !/^[=+\-@\t\r]/.test(field ?? ''))).toBe(true);
      expect(read.map((field, at) => (field === fields[at] ? field : field?.slice(1)))).toEqual(fields);
    }),
  );
});

describe('The report', () => {
  const page = (): string => readFileSync(join(made.folder, 'list.html'), 'utf8');
  const report = (...more: readonly string[]): Promise<Run> =>
    verb('report', '--out', join(made.folder, 'list.html'), '--kiosk', made.kioskFile, ...more);

  test('shows who waits in the language of the house, without an answer', async () => {
    await received(drinking(exampleIntake(made)), flagged(exampleIntake(made), 'red'));
    await verb('mark', number(1), '--as', 'contacted', '--who', '<b>Malik');
    expect((await report()).code).toBe(0);
    expect(page()).toContain('<html lang="da">');
    expect(page()).toContain("default-src 'none'");
    expect(page().indexOf(number(2))).toBeLessThan(page().indexOf(number(1)));
    expect(page()).toContain('Dag 3 af 14');
    expect(page()).toContain('&lt;b&gt;Malik');
    expect(page()).not.toContain('Aviaja');
    expect(page()).not.toMatch(/<script|https?:/);
    expect(statSync(join(made.folder, 'list.html')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(made.home, 'opened.jsonl'))).toBe(false);
  });

  test('shows answers only when they were asked for, escaped, and writes down who asked', async () => {
    await received(exampleIntake(made));
    await report('--with-answers', '--who', 'Ivalu');
    expect(page()).toContain('Aviaja &lt;b&gt;&amp; co&lt;/b&gt;');
    expect(openings()).toMatchObject([{ who: 'Ivalu', verb: 'report' }]);
  });

  test('of one that is named shows and logs its answers alone, and says how many wait', async () => {
    const [, two] = await received(exampleIntake(made), saying(exampleIntake(made), 'two words'));
    const run = await report(number(2), '--with-answers', '--who', 'Ivalu');
    expect(run).toMatchObject({ code: 0, json: { ok: true, waiting: 2, shown: 1 } });
    expect(page()).toContain('two words');
    expect(page()).not.toContain(number(1));
    expect(page()).toContain('2 venter');
    expect(openings()).toMatchObject([{ who: 'Ivalu', verb: 'report', intakeIds: [two?.intake.intakeId] }]);
  });

  test('shows nothing of one that is not here or is closed, and logs nothing', async () => {
    const [one] = await received(exampleIntake(made), exampleIntake(made));
    await verb('mark', number(1), '--as', 'closed');
    const notWaiting = { ok: false, reason: 'notWaiting', intake: one?.intake.intakeId };
    expect(await report(number(1), '--with-answers')).toMatchObject({ code: 3, json: notWaiting });
    const unknown = { ok: false, reason: 'unknown', intake: number(9) };
    expect(await report(number(2), number(9), '--with-answers')).toMatchObject({ code: 3, json: unknown });
    expect(existsSync(join(made.folder, 'list.html'))).toBe(false);
    expect(existsSync(join(made.home, 'opened.jsonl'))).toBe(false);
  });

  test('of an empty list says that nobody waits', async () => {
    await report();
    expect(page()).toContain('Ingen venter');
  });
});

describe('Verify', () => {
  test('finds everything as it came', async () => {
    await received(exampleIntake(made), exampleIntake(made));
    expect(await verb('verify')).toMatchObject({ code: 0, json: { ok: true, intakes: 2, problems: [] } });
  });

  test.each([
    ['a changed answer', 'changed', (one: Sent) => writeFileSync(inInbox(one, 'intake.json'), '{}')],
    ['a lost file', 'missing', (one: Sent) => rmSync(inInbox(one, 'fhir.json'))],
    ['a changed record', 'changed', (one: Sent) => writeFileSync(inInbox(one, 'received.json'), '{}')],
    ['a lost folder', 'missing', (one: Sent) => rmSync(inInbox(one, '.'), { recursive: true })],
    ['a strange folder', 'strange', () => mkdirSync(join(made.home, 'inbox', 'notes'))],
    ['a damaged index', 'damaged', () => appendFileSync(join(made.home, 'received.jsonl'), 'x\n')],
    ['a damaged log', 'damaged', () => writeFileSync(join(made.home, 'opened.jsonl'), 'x\n')],
    ['a damaged mark', 'damaged', () => writeFileSync(join(made.home, 'marks.jsonl'), 'x\n')],
  ])('names %s', async (_what, kind, harm) => {
    const [one] = await received(exampleIntake(made));
    harm(one as Sent);
    const run = await verb('verify');
    expect(run.code).toBe(3);
    expect((run.json as { problems: { kind: string }[] }).problems.map((problem) => problem.kind)).toContain(kind);
  });
});

test('a receipt can be had anew for all that lies in the inbox', async () => {
  await received(exampleIntake(made), exampleIntake(made));
  const out = join(made.folder, 'receipts');
  const run = await verb('receipt', '--kiosk', made.kioskFile, '--out', out);
  const { receipts } = run.json as { receipts: string[] };
  expect(JSON.parse(readFileSync(join(out, receipts[0] ?? ''), 'utf8'))).toMatchObject({
    received: kiosk.sent.map(({ seq, sha256 }) => ({ seq, sha256 })),
  });
  expect(existsSync(join(out, `${receipts[0] ?? ''}.minisig`))).toBe(true);
});
