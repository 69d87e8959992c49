/** As large as the window allows. Other values are multiples of that. */
export const fitZoom = 1;

const steps = [1, 1.5, 2, 3, 4, 6];

export function zoomed(zoom: number, by: 1 | -1): number {
  const at = steps.indexOf(zoom);
  return steps[Math.min(Math.max(at + by, 0), steps.length - 1)] ?? fitZoom;
}
