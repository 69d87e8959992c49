import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { Template } from '@/lib/shared/contract/snippet';
import { SnippetLine } from './snippet-row';

type TemplateListProps = {
  templates: readonly Template[];
  /** Why there are none. */
  problem: string | null;
  /** Null: whoever looks writes none. */
  onCopy: ((template: Template) => void) | null;
};

const kindWords: Record<Template['kind'], string> = {
  sms: 'SMS',
  email: 'Email',
  whatsapp: 'WhatsApp',
  other: 'Template',
};

/** What the team wrote in GHL: to be used as it is, or copied to be changed here. */
export function TemplateList({ templates, problem, onCopy }: TemplateListProps) {
  return (
    <section aria-labelledby="templates" className="mt-10">
      <h2 id="templates" className="font-strong text-15 tracking-[-0.01em]">
        From GoHighLevel
      </h2>
      <p className="mt-0.5 text-13 text-ink-2">
        {problem ?? 'Read only here: they are changed in GoHighLevel.'}
        {!problem && onCopy && ' Copy one to change it here.'}
      </p>
      {templates.length > 0 && (
        <ul aria-label="Templates of GoHighLevel" className="mt-3 border-line border-t">
          {templates.map((template) => (
            <SnippetLine
              key={template.id}
              name={template.name}
              text={template.text}
              badge={<Badge>{kindWords[template.kind]}</Badge>}
              facts={template.attachmentCount > 0 && 'Its files stay in GoHighLevel'}
            >
              {onCopy && (
                <Button variant="quiet" onClick={() => onCopy(template)}>
                  Copy<VisuallyHidden> {template.name}</VisuallyHidden>
                </Button>
              )}
            </SnippetLine>
          ))}
        </ul>
      )}
    </section>
  );
}
