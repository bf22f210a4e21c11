import type { Intake } from './intake.ts';
import { hasFourteenDayRight } from './page-one/strip.ts';

/** What a house can invite to. Which of it there is, the house says. */
export const OFFERS = ['peer', 'cafe', 'cooking'] as const;
export type Offer = (typeof OFFERS)[number];

/** What is told after Send beside the number: what the person wished for, and which right counts from today. */
export interface AfterSend {
  readonly offers: readonly Offer[];
  /** Today is day 1 of the 14 in which treatment has to begin. */
  readonly isDayOneOf14: boolean;
}

/** An answer that wishes for company, and what it is a wish for. */
const WISHES: readonly {
  readonly linkId: string;
  readonly codes: readonly string[];
  readonly offers: readonly Offer[];
}[] = [
  { linkId: 'peer-mentor', codes: ['yes', 'maybe'], offers: ['peer', 'cafe'] },
  { linkId: 'companion', codes: ['peer'], offers: ['peer'] },
  {
    linkId: 'community',
    codes: ['greenlandic-network', 'ordinary-clubs', 'both', 'finnish', 'sami', 'greenlandic'],
    offers: ['cafe', 'cooking'],
  },
];

/**
 * Works out what is told after Send. Nobody is invited to anything who wished for nothing of the kind, and to nothing
 * that this house does not have.
 */
export function afterSendOf(intake: Intake, offersOfHouse: readonly Offer[]): AfterSend {
  const wished = WISHES.filter(({ linkId, codes }) => hasChosen(intake, linkId, codes)).flatMap(({ offers }) => offers);
  return {
    offers: OFFERS.filter((offer) => offersOfHouse.includes(offer) && wished.includes(offer)),
    isDayOneOf14: hasFourteenDayRight(intake),
  };
}

function hasChosen({ answers }: Intake, linkId: string, codes: readonly string[]): boolean {
  return answers.some(
    ({ linkId: each, said }) =>
      each === linkId && said.kind === 'options' && said.options.some(({ code }) => codes.includes(code)),
  );
}
