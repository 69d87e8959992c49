import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { GhlHttpError } from '@/lib/server/ghl/errors';
import { htmlExcerpt, looksLikeHtml } from '@/lib/server/ghl/html-text';
import { listTemplates, type Template as WireTemplate } from '@/lib/server/ghl/templates';
import type { Template, TemplateList } from '@/lib/shared/contract/snippet';

/** More than this nobody looks through, and each page is a call. */
const maxPages = 20;
const maxTextLength = 20_000;

/** What the team wrote in GHL, by name. Where the token may not read it, that is said and nothing fails. */
export async function templatesOf(ghl: GhlClient): Promise<TemplateList> {
  try {
    const found = new Map<string, Template>();
    let read = 0;
    for (let page = 0; page < maxPages; page++) {
      const { templates, total } = await listTemplates(ghl, { skip: read });
      for (const template of templates) found.set(template.id, templateOf(template));
      read += templates.length;
      if (templates.length === 0 || (total !== null && read >= total)) break;
    }
    const templates = [...found.values()].sort((one, other) => one.name.localeCompare(other.name));
    return { templates, problem: null };
  } catch (error) {
    if (!isNotForUs(error)) throw error;
    return {
      templates: [],
      problem:
        'The templates of GoHighLevel cannot be read: the token lacks the right locations/templates.readonly.',
    };
  }
}

function templateOf({ id, name, type, subject, text, html, attachmentUrls }: WireTemplate): Template {
  const kind = type === 'sms' || type === 'email' || type === 'whatsapp' ? type : 'other';
  const body = html ?? text ?? '';
  const isHtml = html !== null || looksLikeHtml(body);
  return {
    id,
    name,
    kind,
    subject,
    text: isHtml ? htmlExcerpt(body, maxTextLength) : body.slice(0, maxTextLength),
    attachmentCount: attachmentUrls.length,
  };
}

function isNotForUs(error: unknown): boolean {
  if (!(error instanceof GhlHttpError)) return false;
  return error.status === 403 || error.status === 404 || (error.status === 401 && error.kind !== 'token');
}
