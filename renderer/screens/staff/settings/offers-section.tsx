import { useState } from 'react';
import { OFFERS, type Offer } from '../../../../core/intake/after-send.ts';
import { useDeskWords } from '../desk-context.ts';
import { Section } from './section.tsx';
import type { SectionProps } from './section-props.ts';

/** What the house invites to after Send. */
export function OffersSection({ value, onChange }: SectionProps) {
  const { say } = useDeskWords();
  const [offers, setOffers] = useState<readonly Offer[]>(value.settings.offers);
  return (
    <Section name="offers" change={() => ({ offers })} onChange={onChange}>
      <div className="desk-choices">
        {OFFERS.map((offer) => (
          <label key={offer}>
            <input
              type="checkbox"
              checked={offers.includes(offer)}
              onChange={(event) =>
                // In the order in which they are shown.
                setOffers(
                  OFFERS.filter((each) => (each === offer ? event.currentTarget.checked : offers.includes(each))),
                )
              }
            />
            {say(`desk.settings.offers.${offer}`)}
          </label>
        ))}
      </div>
    </Section>
  );
}
