// The site's accent colour, made readable: what is written on it, and a shade of it for words on the
// page's own light and dark grounds, each at least 4.5:1 (WCAG 2.2, 1.4.3).

const GROUNDS = { light: [241, 241, 246], dark: [37, 37, 46] }; // the bubbles of chat.css
const ENDS = { light: [0, 0, 0], dark: [255, 255, 255] };
const NEEDED = 4.6;

// accent: #rrggbb -> CSS custom properties, or none when it is no such colour.
export function accentProperties(accent) {
  if (!/^#[\da-f]{6}$/i.test(accent ?? '')) return {};
  const colour = accent.match(/[\da-f]{2}/gi).map((hex) => parseInt(hex, 16));
  const white = contrast(colour, [255, 255, 255]) >= 4.5;
  return {
    '--accent': accent,
    '--on-accent': white ? '#ffffff' : '#000000',
    '--accent-light': css(readable(colour, 'light')),
    '--accent-dark': css(readable(colour, 'dark')),
  };
}

function readable(colour, ground) {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = colour.map((part, index) => Math.round(part + (ENDS[ground][index] - part) * share));
    if (contrast(mixed, GROUNDS[ground]) >= NEEDED) return mixed;
  }
  return ENDS[ground];
}

// WCAG 2.2, "contrast ratio" and "relative luminance".
export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const css = ([red, green, blue]) => `rgb(${red} ${green} ${blue})`;
