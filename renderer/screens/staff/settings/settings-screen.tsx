import { desk } from '../../../desk.ts';
import { useDeskWords } from '../desk-context.ts';
import { useAsked } from '../use-asked.ts';
import { CentreSection } from './centre-section.tsx';
import { DestinationsSection } from './destinations-section.tsx';
import { HoursSection } from './hours-section.tsx';
import { OffersSection } from './offers-section.tsx';
import { PanelSection } from './panel-section.tsx';
import { PhonesSection } from './phones-section.tsx';
import { ChannelSection, FoldersSection } from './text-sections.tsx';
import { TimingsSection } from './timings-section.tsx';

const askSettings = () => desk['desk.settings']({});

/** The settings of the house, part by part; each is saved for itself. */
export function SettingsScreen() {
  const { say } = useDeskWords();
  const asked = useAsked(askSettings);
  if (asked.value === null) return <p>{say('desk.working')}</p>;
  const own = { value: asked.value, onChange: asked.set };
  return (
    <div className="desk-day">
      <h1>{say('desk.settings.title')}</h1>
      <PhonesSection {...own} />
      <HoursSection {...own} />
      <OffersSection {...own} />
      <FoldersSection {...own} />
      <DestinationsSection />
      <ChannelSection {...own} />
      <TimingsSection {...own} />
      <PanelSection {...own} />
      <CentreSection {...own} />
    </div>
  );
}
