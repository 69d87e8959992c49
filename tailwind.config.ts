import type { Config } from 'tailwindcss';

/** Every colour is a token of app/globals.css; a theme changes the tokens, never the classes. */
const token = (name: string) => `var(--${name})`;

export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    extend: {
      colors: {
        bg: token('bg'),
        panel: token('panel'),
        sunk: token('sunk'),
        hover: token('hover'),
        line: { DEFAULT: token('line'), 2: token('line-2') },
        ink: { DEFAULT: token('ink'), 2: token('ink-2'), 3: token('ink-3') },
        edge: token('edge'),
        accent: { DEFAULT: token('accent'), ink: token('accent-ink') },
        tint: { DEFAULT: token('tint'), line: token('tint-line') },
        note: { DEFAULT: token('note'), line: token('note-line'), ink: token('note-ink') },
        bad: { DEFAULT: token('bad'), bg: token('bad-bg') },
        good: token('good'),
        warn: { DEFAULT: token('warn'), bg: token('warn-bg') },
        star: token('star'),
        scrim: token('scrim'),
        avatar: Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7].map((hue) => [hue, token(`avatar-${hue}`)])),
      },
      // In rem, so that 200 % text works; the names are the pixels at 100 %.
      fontSize: {
        11: '0.6875rem',
        12: '0.75rem',
        13: '0.8125rem',
        14: '0.875rem',
        15: '0.9375rem',
        16: '1rem',
        20: '1.25rem',
        body: ['0.90625rem', '1.6'],
      },
      fontWeight: { strong: '650' },
      borderRadius: {
        tag: '5px',
        control: '8px',
        field: '9px',
        card: '12px',
        panel: '14px',
        bubble: '16px',
      },
      boxShadow: { low: token('low'), float: token('float') },
      screens: {
        desk: { min: '760px' },
        wide: { min: '1200px' },
        /** The contact panel is a drawer. */
        drawer: { max: '1199.98px' },
        /** Bottom navigation, one region at a time, no key hints. */
        phone: { max: '759.98px' },
        /** A phone's width or a finger: targets of 44 px. */
        touch: { raw: '(pointer: coarse), (width < 760px)' },
      },
      keyframes: {
        'fade-in': { from: { opacity: '0' } },
        'fade-out': { to: { opacity: '0' } },
        'pop-in': { from: { opacity: '0', transform: 'scale(0.97)' } },
        'pop-out': { to: { opacity: '0', transform: 'scale(0.98)' } },
        'rise-in': { from: { opacity: '0', transform: 'translateY(8px)' } },
        'from-right': { from: { transform: 'translateX(100%)' } },
        'to-right': { to: { transform: 'translateX(100%)' } },
        'from-left': { from: { transform: 'translateX(-100%)' } },
        'to-left': { to: { transform: 'translateX(-100%)' } },
        'from-bottom': { from: { transform: 'translateY(100%)' } },
        'to-bottom': { to: { transform: 'translateY(100%)' } },
      },
      animation: {
        'fade-in': 'fade-in 150ms ease-out',
        'fade-out': 'fade-out 120ms ease-in forwards',
        'pop-in': 'pop-in 150ms ease-out',
        'pop-out': 'pop-out 100ms ease-in forwards',
        'rise-in': 'rise-in 180ms ease-out',
        'from-right': 'from-right 200ms cubic-bezier(0.2, 0.8, 0.2, 1)',
        'to-right': 'to-right 150ms ease-in forwards',
        'from-left': 'from-left 200ms cubic-bezier(0.2, 0.8, 0.2, 1)',
        'to-left': 'to-left 150ms ease-in forwards',
        'from-bottom': 'from-bottom 220ms cubic-bezier(0.2, 0.8, 0.2, 1)',
        'to-bottom': 'to-bottom 160ms ease-in forwards',
      },
    },
  },
} satisfies Config;
