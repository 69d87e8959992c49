import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

/** tailwind-merge takes `text-12` for a colour unless it knows the names of tailwind.config.ts. */
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['11', '12', '13', '14', '15', '16', '20', 'body'],
      'font-weight': ['strong'],
      radius: ['tag', 'control', 'field', 'card', 'panel', 'bubble'],
      shadow: ['low', 'float'],
    },
  },
});

export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
