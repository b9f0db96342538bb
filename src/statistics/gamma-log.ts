const halfLogTwoPi = Math.log(2 * Math.PI) / 2
const eulerGamma = 0.5772156649015329

/** Natural logarithm of the gamma function, for x > 0; NaN otherwise. Keeps its relative accuracy at the zeros 1 and 2. */
export function gammaLog(x: number): number {
  if (!(x > 0)) return NaN
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingSeries(x)
  if (x < 0.5) return aroundTwo(x) - Math.log1p(x) - Math.log(x)
  if (x < 1.5) return aroundTwo(x - 1) - Math.log1p(x - 1)
  let [shifted, product] = [x, 1]
  while (shifted >= 2.5) product *= --shifted
  return Math.log(product) + aroundTwo(shifted - 2)
}

/** What Stirling's formula leaves out: log Γ(x + 1) − [(x + ½) log x − x + ½ log 2π], for x > 0. */
export function stirlingError(x: number): number {
  if (x >= 15) return stirlingSeries(x)
  return gammaLog(x + 1) - (x + 0.5) * Math.log(x) + x - halfLogTwoPi
}

/** Abramowitz and Stegun 6.1.41; the terms kept leave less than 1e-17 from x = 10 on. */
function stirlingSeries(x: number): number {
  const square = x * x
  const coefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400]
  return coefficients.reduceRight((sum, coefficient) => sum / square + coefficient, 0) / x
}

/** log Γ(2 + z) for |z| ≤ ½ as a power series without a constant term, so that it keeps its relative accuracy at z = 0. */
function aroundTwo(z: number): number {
  return z * seriesAroundTwo.reduceRight((sum, coefficient) => sum * z + coefficient, 0)
}

/** Abramowitz and Stegun 6.1.33: 1 − γ, then (−1)^k (ζ(k) − 1) / k for k = 2, 3, … */
const seriesAroundTwo = [1 - eulerGamma, ...Array.from({ length: 28 }, (_, index) => {
  const k = index + 2
  return (k % 2 === 0 ? 1 : -1) * zetaLessOne(k) / k
})]

/** ζ(k) − 1 by Euler and Maclaurin's formula from the fortieth term on. */
function zetaLessOne(k: number): number {
  const from = 40
  let sum = from ** (1 - k) / (k - 1) + from ** -k / 2 + k * from ** (-k - 1) / 12
    - k * (k + 1) * (k + 2) * from ** (-k - 3) / 720
    + k * (k + 1) * (k + 2) * (k + 3) * (k + 4) * from ** (-k - 5) / 30_240
  for (let term = from - 1; term >= 2; term--) sum += term ** -k
  return sum
}
