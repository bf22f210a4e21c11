import { assertNever } from '../../core/basics/assert-never.ts';
import type { Answer } from '../../core/questionnaire/answer.ts';
import type { Reply } from './reply.ts';

/** The answer that the window makes of a reply. */
export function answerOf(reply: Reply): Answer {
  switch (reply.kind) {
    case 'cards':
      return { kind: 'codes', codes: [...reply.codes] };
    case 'words':
      return { kind: 'text', text: reply.text };
    case 'number':
      return reply;
    case 'days':
      return { kind: 'days', daysAgo: [...reply.daysAgo] };
    case 'times':
      return {
        kind: 'episodes',
        episodes: reply.times.map(({ drinks, share, company }) => ({
          drinks: [...drinks],
          share: share ?? null,
          company: company ?? null,
        })),
      };
    case 'people':
      return { kind: 'circle', people: [...reply.people] };
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow':
      return { kind: reply.kind };
    default:
      return assertNever(reply);
  }
}
