'use client';

import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { setPreference, usePreferences } from '@/lib/client/preferences';
import { playNewMessageSound } from '@/lib/client/sound';
import { sendUndoChoices, undoChoices } from '@/lib/shared/contract/person-settings';
import { Choices } from './choices';
import { OnOff } from './on-off';
import { SaveNote } from './save-note';

type PersonSettingsPageProps = {
  name: string;
  /** The editor of a composer, which stands in another part of the house. */
  signature: ReactNode;
};

/** How one person works. Each change counts and is saved at once. */
export function PersonSettingsPage({ name, signature }: PersonSettingsPageProps) {
  const settings = usePreferences();

  return (
    <Page
      title="You"
      lead={`How the inbox works for ${name}: in every browser and every location, and for nobody else.`}
    >
      <div className="sticky top-0 z-10 -mx-2 mt-2 bg-panel px-2 py-1">
        <SaveNote />
      </div>
      <Section title="Sorting">
        <Choices
          legend="After a conversation is done, snoozed or deleted"
          value={settings.afterDone}
          onChange={(value) => setPreference('afterDone', value)}
          choices={[
            { value: 'next', label: 'Open the next one', hint: 'The one below; at the end, the one above.' },
            { value: 'stay', label: 'Stay on it' },
            { value: 'list', label: 'Go back to the list' },
          ]}
        />
        <Choices
          legend="Undo is offered for"
          lead="Z undoes the latest act, and then the one before it."
          value={settings.undoSeconds}
          onChange={(value) => setPreference('undoSeconds', value)}
          choices={undoChoices.map((value) => ({ value, label: `${value} seconds` }))}
        />
      </Section>
      <Section title="Reading">
        <Choices
          legend="Mark a conversation as read"
          lead="Read and unread, like the star, are the whole team’s, and GoHighLevel’s: what you mark changes for everybody. Only the “New” line in a conversation is yours alone."
          value={settings.readMarks}
          onChange={(value) => setPreference('readMarks', value)}
          choices={[
            { value: 'by-hand', label: 'Only by hand', hint: 'U, or the menu above the conversation.' },
            { value: 'on-reply', label: 'When I answer it' },
            { value: 'on-open', label: 'When I open it', hint: 'After two seconds on the screen.' },
          ]}
        />
      </Section>
      <Section title="Writing">
        <Choices
          legend="Enter, in a text message"
          lead="In an email, and on a touch screen, Enter always begins a new line."
          value={settings.enterKey}
          onChange={(value) => setPreference('enterKey', value)}
          choices={[
            { value: 'newline', label: 'Begins a new line', hint: 'Ctrl or ⌘ with Enter sends.' },
            { value: 'send', label: 'Sends', hint: 'Shift with Enter begins a new line.' },
          ]}
        />
        <Choices
          legend="A message can be taken back for"
          lead="It leaves after that, also when the page is closed. Live chats and comments leave at once."
          value={settings.sendUndoSeconds}
          onChange={(value) => setPreference('sendUndoSeconds', value)}
          choices={sendUndoChoices.map((value) => ({
            value,
            label: value === 0 ? 'No time: it leaves at once' : `${value} seconds`,
          }))}
        />
        {signature}
      </Section>
      <Section title="Keys and sounds">
        <OnOff
          label="Keyboard shortcuts"
          hint="Single keys such as J, K and E. Those with Ctrl or ⌘, and Esc, always work."
          isOn={settings.hasShortcuts}
          onChange={(isOn) => setPreference('hasShortcuts', isOn)}
        />
        <div className="flex flex-wrap items-start justify-between gap-3">
          <OnOff
            label="A quiet sound for a new message"
            hint="Only while no window of the inbox is in front of you."
            isOn={settings.hasSounds}
            onChange={(isOn) => setPreference('hasSounds', isOn)}
          />
          <Button onClick={playNewMessageSound}>Listen</Button>
        </div>
      </Section>
      <Section title="Look">
        <Choices
          legend="Theme"
          value={settings.theme}
          onChange={(value) => setPreference('theme', value)}
          choices={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
        <Choices
          legend="Rows of the list"
          value={settings.density}
          onChange={(value) => setPreference('density', value)}
          choices={[
            { value: 'normal', label: 'Normal', hint: 'Two lines: who, and what they wrote.' },
            { value: 'compact', label: 'Compact', hint: 'One line; more of them fit.' },
          ]}
        />
      </Section>
    </Page>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-7 border-line border-t pt-5 first-of-type:mt-3">
      <h2 id={id} className="font-strong text-15 tracking-[-0.01em]">
        {title}
      </h2>
      <div className="mt-3.5 grid gap-6">{children}</div>
    </section>
  );
}
