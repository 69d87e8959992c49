/** How a rich text looks, while it is written and where it is shown: near to what mail programs make of it. */
export const richClasses = [
  '[&_ul]:list-disc [&_ol]:list-decimal [&_ul]:pl-6 [&_ol]:pl-6',
  '[&_blockquote]:my-1 [&_blockquote]:border-line-2 [&_blockquote]:border-l-2 [&_blockquote]:pl-3 [&_blockquote]:text-ink-2',
  '[&_a]:text-accent [&_a]:underline [&_a]:underline-offset-2 [&_strong]:font-semibold',
].join(' ');
