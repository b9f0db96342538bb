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
student <- expand.grid(x = c(0.01, 0.5, 1, 2, 3.5, 10, 40), df = c(1, 2, 5, 20, 32, 200))
student_p <- expand.grid(p = c(0.001, 0.002, 0.05, 0.1, 0.5), df = c(1, 2, 5, 20, 32, 200))
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
  studentTails = kept(student, 2 * pt(student$x, student$df, lower.tail = FALSE)),
  studentDistance = kept(student_p, qt(student_p$p / 2, student_p$df, lower.tail = FALSE)),
  gammaLog = kept(lgam, lgamma(lgam$x)),
  gammaQuantile = kept(gam, qgamma(gam$p, gam$shape, gam$rate)),
  betaCumulative = kept(bet, pbeta(bet$x, bet$a, bet$b)),
  betaQuantile = kept(beq, qbeta(beq$p, beq$a, beq$b)),
  binomialCumulative = kept(bin, pbinom(bin$k, bin$n, bin$p)),
  poissonCumulative = kept(poi, ppois(poi$k, poi$mean))
)

# Intervals of a share.
share <- subset(expand.grid(count = c(0, 1, 3, 10, 57, 100, 999), size = c(1, 10, 12, 100, 215, 1000), level = c(0.9, 0.95, 0.998)), count <= size)
bounds <- function(one) t(mapply(one, share$count, share$size, share$level))
proportion <- list(
  clopperPearson = unname(as.matrix(cbind(share, bounds(function(x, n, level) binom.test(x, n, conf.level = level)$conf.int))))
)

# Funnel limits: probability, target, denominator, value of the limit.
limit <- function(p, r, cumulative, denominator, most) {
  value <- (r - (cumulative(r) - p) / (cumulative(r) - cumulative(r - 1))) / denominator
  pmin(most, pmax(0, value))
}
binomial_grid <- expand.grid(p = c(0.001, 0.025, 0.975, 0.999), target = c(0.02, 0.2, 0.458, 0.9), n = c(1, 5, 10, 37, 100, 1000, 25000))
poisson_grid <- expand.grid(p = c(0.001, 0.025, 0.975, 0.999), target = c(0.3, 1, 1.4), n = c(0.5, 4, 10.5, 99, 1000, 20000))
binomial_limit <- with(binomial_grid, mapply(function(p, target, n) limit(p, qbinom(p, n, target), function(r) pbinom(r, n, target), n, 1), p, target, n))
poisson_limit <- with(poisson_grid, mapply(function(p, target, n) limit(p, qpois(p, n * target), function(r) ppois(r, n * target), n, Inf), p, target, n))
set.seed(20261)
dispersions <- lapply(c(5, 20, 100), function(countries) {
  n <- 10 + rpois(countries, 80)
  value <- rbinom(countries, n, plogis(rnorm(countries, -1, 0.5))) / n
  z <- (value - 0.3) / sqrt(0.3 * 0.7 / n)
  ends <- quantile(z, c(0.1, 0.9))
  list(n = n, value = value, target = 0.3, dispersion = mean(pmin(ends[2], pmax(ends[1], z))^2))
})
funnel <- list(binomial = rows(binomial_grid, binomial_limit), poisson = rows(poisson_grid, poisson_limit), dispersion = dispersions)

# Shrinkage: the shape by MASS::theta.ml, posterior limits by qgamma.
shrink_case <- function(seed, groups, k, size) {
  set.seed(seed)
  expected <- size * rexp(groups) + 0.1
  events <- rpois(groups, expected * rgamma(groups, k, k))
  expected <- expected * sum(events) / sum(expected)
  shape <- as.numeric(MASS::theta.ml(events, expected, limit = 1000, eps = 1e-13))
  list(
    events = events, expected = expected, shape = shape, shrunk = (shape + events) / (shape + expected),
    lower = qgamma(0.025, shape + events, shape + expected), upper = qgamma(0.975, shape + events, shape + expected),
    rawLower = ifelse(events == 0, 0, qgamma(0.025, pmax(events, 1), expected)), rawUpper = qgamma(0.975, events + 1, expected)
  )
}
shrinkage <- list(shrink_case(1, 8, 2, 5), shrink_case(2, 30, 0.5, 20), shrink_case(3, 195, 4, 50), shrink_case(4, 60, 1, 2000), shrink_case(5, 20, 30, 300), shrink_case(6, 40, 15, 200))

# Rank sets by brute force over all ordered pairs with R's own draws, and critical values in closed form:
# with equal standard errors the first step of all pairs is Tukey's studentised range.
rank_case <- function(seed, countries, spread, kind) {
  set.seed(seed)
  value <- round(rnorm(countries, 0, spread), 3)
  se <- round(runif(countries, 0.5, 1.5), 3)
  sd <- sqrt(outer(se^2, se^2, '+'))
  t <- outer(value, value, '-') / sd
  errors <- matrix(rnorm(50000 * countries), ncol = countries) %*% diag(se)
  above <- function(open) {
    found <- matrix(FALSE, countries, countries)
    repeat {
      pairs <- which(open & !found, arr.ind = TRUE)
      if (nrow(pairs) == 0) return(found)
      scores <- sapply(seq_len(nrow(pairs)), function(i) (errors[, pairs[i, 1]] - errors[, pairs[i, 2]]) / sd[pairs[i, 1], pairs[i, 2]])
      critical <- sort(do.call(pmax, as.data.frame(scores)))[0.95 * 50000]
      new <- open & !found & t > critical
      if (!any(new)) return(found)
      found <- found | new
    }
  }
  all_pairs <- row(t) != col(t)
  sets <- sapply(seq_len(countries), function(own) {
    open <- if (kind == 'simultaneous') all_pairs else all_pairs & (row(t) == own | col(t) == own)
    found <- above(open)
    c(1 + sum(found[, own]), countries - sum(found[own, ]))
  })
  list(value = value, standardError = se, kind = kind, lowest = sets[1, ], highest = sets[2, ])
}
ranks <- list(
  tukey = lapply(c(2, 3, 5, 10), function(countries) list(countries = countries, critical = qtukey(0.95, countries, Inf) / sqrt(2))),
  sets = list(
    rank_case(1, 3, 3, 'simultaneous'), rank_case(2, 6, 3, 'simultaneous'), rank_case(3, 8, 4, 'simultaneous'),
    rank_case(4, 3, 3, 'marginal'), rank_case(5, 6, 3, 'marginal'), rank_case(6, 8, 4, 'marginal'), rank_case(7, 10, 6, 'marginal')
  )
)

# Segmented regression: R's glm on the same columns; months of 30 days from day 0, the measure on day `on`.
effect_case <- function(seed, kind, before, after, size, effect, spread) {
  set.seed(seed)
  from <- 30 * (0:(before + after - 1))
  on <- 30 * before
  t <- (from + 15 - on) / 365.25
  after_it <- as.numeric(from >= on)
  exposure <- round(size * runif(length(t), 0.7, 1.3))
  linear <- -2 + 0.1 * t + effect * after_it - 0.3 * after_it * t + rnorm(length(t), 0, spread)
  events <- if (kind == 'poisson') rpois(length(t), exposure * exp(linear)) else rbinom(length(t), exposure, plogis(linear))
  exact <- glm.control(epsilon = 1e-15, maxit = 100)
  fit <- if (kind == 'poisson') glm(events ~ t + after_it + I(after_it * t) + offset(log(exposure)), poisson, control = exact)
    else glm(cbind(events, exposure - events) ~ t + after_it + I(after_it * t), binomial, control = exact)
  residual <- residuals(fit, 'pearson')
  dispersion <- sum(residual^2) / fit$df.residual
  error <- sqrt(diag(vcov(fit)) * max(1, dispersion))
  half <- qt(0.975, fit$df.residual) * error
  list(
    kind = kind, onDay = on, fromDay = from, events = events, exposure = exposure, coefficients = unname(coef(fit)), covariance = unname(vcov(fit)),
    deviance = deviance(fit), dispersion = dispersion, correlation = sum(residual[-1] * residual[-length(residual)]) / sum(residual^2),
    ratio = unname(exp(coef(fit))), lower = unname(exp(coef(fit) - half)), upper = unname(exp(coef(fit) + half)),
    pValue = unname(2 * pt(-abs(coef(fit) / error), fit$df.residual))
  )
}
effects <- list(
  effect_case(1, 'poisson', 36, 24, 200, 0.5, 0), effect_case(2, 'poisson', 24, 6, 40, -0.8, 0), effect_case(3, 'poisson', 60, 36, 2000, 0.2, 0.3),
  effect_case(4, 'logistic', 36, 24, 100, 0.6, 0), effect_case(5, 'logistic', 24, 12, 30, -0.5, 0), effect_case(6, 'logistic', 48, 48, 500, 0, 0.4)
)

vectors <- list(
  distributions = distributions, proportion = proportion, funnel = funnel, shrinkage = shrinkage, ranks = ranks, effects = effects
)
writeLines(toJSON(vectors, digits = I(17), auto_unbox = TRUE), 'src/statistics/vectors/comparison.json')
