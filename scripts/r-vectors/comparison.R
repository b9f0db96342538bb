# Makes src/statistics/vectors/comparison.json: distributions, intervals and regressions as R computes them.
# Run from the root of the repository: Rscript scripts/r-vectors/comparison.R
suppressMessages(library(jsonlite))

rows <- function(grid, value) unname(as.matrix(cbind(grid, value)))
kept <- function(grid, value) { keep <- is.finite(value) & (value == 0 | abs(value) > 1e-290); rows(grid[keep, , drop = FALSE], value[keep]) }

shapes <- c(0.01, 0.1, 0.5, 1, 1.5, 2, 3.7, 10, 15, 33.3, 100, 1234.5, 1e4)
levels <- c(1e-12, 1e-6, 0.001, 0.025, 0.1, 0.3, 0.49, 0.5, 0.51, 0.8, 0.975, 0.998, 0.999999)
counts <- c(0, 1, 2, 5, 10, 49, 100, 999, 10000)

normal <- data.frame(x = c(-37, -8, -3, -1, -0.1, -1e-8, 0, 1e-8, 0.3, 1, 1.96, 2.4, 2.6, 3, 5, 8, 12, 20, 37))
p <- data.frame(p = c(1e-280, 1e-100, 1e-20, 1e-5, 0.001, 0.025, 0.1, 0.3, 0.4999, 0.5 - 1e-9, 0.5, 0.5 + 1e-9, 0.6, 0.9, 0.975, 0.999, 1 - 1e-12))
chi <- expand.grid(x = c(1e-5, 0.1, 1, 3.84, 10, 50, 200, 1000), df = c(1, 2, 3, 5, 10, 50, 194, 1000))
# Not beside 1: there R loses digits that we keep (see the test by hand).
lgam <- data.frame(x = c(1e-10, 0.001, 0.1, 0.4, 0.5, 0.7, 1, 1.3, 1.5, 1.9999, 2, 2.0001, 2.3, 2.7, 5, 9.9, 10, 10.1, 50.5, 170, 1e4, 1e8))
gam <- expand.grid(p = levels, shape = shapes, rate = c(1, 0.3))
bet <- expand.grid(x = c(1e-8, 0.001, 0.05, 0.2, 0.45, 0.5, 0.7, 0.95, 0.999), a = shapes, b = shapes)
beq <- expand.grid(p = levels, a = shapes, b = shapes)
bin <- subset(expand.grid(k = counts, n = c(1, 10, 100, 1000, 20000), p = c(0.001, 0.05, 0.3, 0.5, 0.92)), k < n)
poi <- expand.grid(k = counts, mean = c(0.01, 0.5, 3, 10, 48, 120, 1000, 9800))

distributions <- list(
  normalTail = kept(normal, pnorm(normal$x, lower.tail = FALSE)),
  normalQuantile = kept(p, qnorm(p$p)),
  normalDensity = kept(normal, dnorm(normal$x)),
  chiSquareTail = kept(chi, pchisq(chi$x, chi$df, lower.tail = FALSE)),
  gammaLog = kept(lgam, lgamma(lgam$x)),
  gammaQuantile = kept(gam, qgamma(gam$p, gam$shape, gam$rate)),
  betaCumulative = kept(bet, pbeta(bet$x, bet$a, bet$b)),
  betaQuantile = kept(beq, qbeta(beq$p, beq$a, beq$b)),
  binomialCumulative = kept(bin, pbinom(bin$k, bin$n, bin$p)),
  poissonCumulative = kept(poi, ppois(poi$k, poi$mean))
)

vectors <- list(distributions = distributions)
writeLines(toJSON(vectors, digits = I(17), auto_unbox = TRUE), 'src/statistics/vectors/comparison.json')
