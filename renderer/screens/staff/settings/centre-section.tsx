import { useDeskWords } from '../desk-context.ts';
import type { SectionProps } from './section-props.ts';

/** What the centre's signed card says of the house: to be read, not to be changed here. */
export function CentreSection({ value: { fromCentre } }: Pick<SectionProps, 'value'>) {
  const { say } = useDeskWords();
  const { siteName, centreName } = fromCentre;
  const yesOrNo = (is: boolean): string => say(is ? 'desk.settings.yes' : 'desk.settings.no');
  return (
    <section className="desk-card" data-part="centre">
      <h2>{say('desk.settings.centre.title')}</h2>
      <p className="desk-quiet">{say('desk.settings.centre.hint')}</p>
      <p>{`${siteName} – ${centreName}`}</p>
      <table className="desk-table">
        <tbody>
          {(['fourteenDays', 'noMedicineWhileAnonymous'] as const).map((rule) => (
            <tr key={rule}>
              <th scope="row">{say(`desk.settings.centre.${rule}`)}</th>
              <td>{yesOrNo(fromCentre[rule])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
