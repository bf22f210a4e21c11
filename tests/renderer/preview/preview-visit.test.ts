import { expect, test } from 'vitest';
import { CULTURES } from '../../../core/basics/language.ts';
import { SCREENS } from '../../../renderer/preview/preview-place.ts';
import { PreviewVisit } from '../../../renderer/preview/preview-visit.ts';
import { realPack } from '../../journeys/real-pack.ts';

const pack = realPack;
const policy = { fourteenDays: true, noMedicineWhileAnonymous: true };
const setting = { language: 'kl', culture: 'greenlandic' } as const;

function preview(): PreviewVisit {
  return new PreviewVisit(pack, policy, setting);
}

test.each(CULTURES)('every question of the %s version is shown, whatever was answered before', (culture) => {
  const visit = preview();
  for (const { item } of pack[culture].items) {
    visit.go({ kind: 'question', linkId: item.linkId }, { language: 'kl', culture });
    expect(visit.show()).toMatchObject({ culture, scene: { kind: 'question', item: { linkId: item.linkId } } });
  }
});

test.each(SCREENS)('the screen %s is shown', (name) => {
  const visit = preview();
  visit.go({ kind: 'screen', name }, setting);
  const { scene, sent, ended, presence, alert } = visit.show();
  const shown: readonly unknown[] = [scene.kind, sent?.state, ended, presence.stage, alert?.why, alert?.stage];
  expect(shown).toContain(name);
});

test('what was said is told back, and nothing of it calls for anybody', () => {
  const visit = preview();
  visit.go({ kind: 'screen', name: 'readBack' }, setting);
  const { scene, safety } = visit.show();
  expect(scene.kind === 'readBack' && scene.lines.length).toBeGreaterThan(4);
  expect(safety.level).toBe('none');
});

test('whoever walks goes by the rules of the kiosk, and begins anew after sending', () => {
  const visit = preview();
  visit.go({ kind: 'screen', name: 'greeting' }, setting);
  expect(visit.act({ kind: 'proceed' }).ok).toBe(true);
  expect(visit.show().scene.kind).not.toBe('greeting');
  visit.go({ kind: 'screen', name: 'readBack' }, setting);
  expect(visit.surround('sent')).toMatchObject({ sent: { state: 'sent' }, scene: { kind: 'greeting' } });
  visit.begin();
  expect(visit.show()).toMatchObject({ sent: null, language: 'kl', scene: { kind: 'greeting' } });
});

test('nothing is kept without a code, and with one only says so', () => {
  const visit = preview();
  expect(visit.ended('kept').ok).toBe(false);
  expect(visit.takeCode().pictures).toHaveLength(8);
  expect(visit.show().codeTaken).toBe(true);
  expect(visit.ended('kept').ok).toBe(true);
  expect(visit.show().ended).toBe('kept');
});
