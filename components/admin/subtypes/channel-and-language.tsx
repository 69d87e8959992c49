import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Problems } from '@/lib/client/form-problems';
import { languageCodes, languages } from '@/lib/shared/contract/language';
import { subtypeChannels } from '@/lib/shared/contract/subtype';
import { channelWords, type SubtypeDraft } from './subtype-draft';

type ChannelAndLanguageProps = {
  draft: SubtypeDraft;
  problems: Problems<'channel' | 'language'>;
  onEdit: (change: Partial<SubtypeDraft>) => void;
};

const codesByName = [...languageCodes].sort((one, other) =>
  languages[one].localeCompare(languages[other], 'en'),
);

/** What is chosen once. */
export function ChannelAndLanguage({ draft, problems, onEdit }: ChannelAndLanguageProps) {
  return (
    <>
      <Field
        label="Channel"
        hint={
          draft.channel === 'sms'
            ? 'For SMS types GoHighLevel gives no status per contact, so none is shown beside a contact.'
            : undefined
        }
        error={problems.channel}
      >
        {(control) => (
          <Select
            {...control}
            name="channel"
            value={draft.channel}
            onChange={({ target }) =>
              onEdit({ channel: subtypeChannels.find((channel) => channel === target.value) ?? 'email' })
            }
          >
            {subtypeChannels.map((channel) => (
              <option key={channel} value={channel}>
                {channelWords[channel]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Language" hint="Of the messages of this type." error={problems.language}>
        {(control) => (
          <Select
            {...control}
            name="language"
            value={draft.language}
            onChange={({ target }) =>
              onEdit({ language: languageCodes.find((code) => code === target.value) ?? 'en' })
            }
          >
            {codesByName.map((code) => (
              <option key={code} value={code}>
                {languages[code]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
