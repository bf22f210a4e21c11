import { expect, test } from 'vitest';
import {
  chooseNobody,
  chooseWho,
  fittingPeople,
  NOBODY_PLACED,
  placeIn,
  removePerson,
  sayNobody,
  type CircleField,
} from '../../../../renderer/screens/citizen/selections/circle.ts';

const choices = (...codes: string[]) => codes.map((code) => ({ code, textKey: code, pictogram: null }));

const field: CircleField = {
  kind: 'circle',
  who: choices('partner', 'friends', 'namesake'),
  rings: choices('here', 'far'),
  maxPeople: 2,
};

const partnerHere = { who: 'partner', ring: 'here' };
const friendsFar = { who: 'friends', ring: 'far' };

test('Who is chosen stands in the circle once a ring is chosen', () => {
  const chosen = chooseWho(NOBODY_PLACED, 'partner', field);
  expect(chosen).toEqual({ kind: 'circle', people: [], placing: 'partner', saidNobody: false });
  expect(placeIn(chosen ?? NOBODY_PLACED, 'here')).toEqual({
    kind: 'circle',
    people: [partnerHere],
    placing: null,
    saidNobody: false,
  });
});

test('The same kind of person can stand in the circle twice', () => {
  const placed = { kind: 'circle', people: [partnerHere], placing: 'partner', saidNobody: false } as const;
  expect(placeIn(placed, 'far').people).toEqual([partnerHere, { who: 'partner', ring: 'far' }]);
});

test('Without anybody chosen a ring places nobody', () => {
  expect(placeIn(NOBODY_PLACED, 'here').people).toEqual([]);
});

test('A choice can be taken back before a ring is chosen', () => {
  expect(chooseNobody({ ...NOBODY_PLACED, placing: 'friends' }).placing).toBeNull();
});

test('A full circle takes nobody more', () => {
  expect(
    chooseWho(
      { kind: 'circle', people: [partnerHere, friendsFar], placing: null, saidNobody: false },
      'friends',
      field,
    ),
  ).toBeNull();
});

test('A tap takes out exactly the one that was tapped', () => {
  const placed = {
    kind: 'circle',
    people: [partnerHere, friendsFar, partnerHere],
    placing: null,
    saidNobody: false,
  } as const;
  expect(removePerson(placed, 2).people).toEqual([partnerHere, friendsFar]);
});

test('People whom another culture version does not know are left out, also the one being placed', () => {
  const placed = {
    kind: 'circle',
    people: [{ who: 'neighbour', ring: 'here' }, { who: 'partner', ring: 'moon' }, friendsFar],
    placing: 'neighbour',
    saidNobody: false,
  } as const;
  expect(fittingPeople(placed, field)).toEqual({
    kind: 'circle',
    people: [friendsFar],
    placing: null,
    saidNobody: false,
  });
});

test('No more people are kept than another culture version has room for', () => {
  const placed = {
    kind: 'circle',
    people: [partnerHere, friendsFar, partnerHere],
    placing: 'friends',
    saidNobody: false,
  } as const;
  expect(fittingPeople(placed, field)).toEqual({
    kind: 'circle',
    people: [partnerHere, friendsFar],
    placing: 'friends',
    saidNobody: false,
  });
});

test('Nobody is said on purpose, and goes when somebody is chosen or it is taken back', () => {
  const nobody = sayNobody({ ...NOBODY_PLACED, people: [partnerHere] });
  expect(nobody).toEqual({ ...NOBODY_PLACED, saidNobody: true });
  expect(sayNobody(nobody).saidNobody).toBe(false);
  expect(chooseWho(nobody, 'partner', field)?.saidNobody).toBe(false);
});
