import { linkTokens, type TextToken } from './link-tokens';

const linkClasses = 'text-accent underline decoration-1 underline-offset-2';

/** A stranger's text as a run of text nodes, links and numbers to call; the marks that pile up were cut before. */
export function TextTokens({ text }: { text: string }) {
  return linkTokens(text).map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of one text never change places
    <Token key={index} token={token} />
  ));
}

function Token({ token }: { token: TextToken }) {
  if (token.kind === 'text') return token.text;
  if (token.kind === 'phone') {
    return (
      <a href={token.href} className={linkClasses}>
        {token.text}
      </a>
    );
  }
  return (
    <a href={token.href} target="_blank" rel="noopener noreferrer" title={token.href} className={linkClasses}>
      {token.text}
      {token.trueHost && <span className="text-ink-2"> (leads to {token.trueHost})</span>}
    </a>
  );
}
