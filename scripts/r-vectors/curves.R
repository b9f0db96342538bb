# Writes src/statistics/vectors/curves.json: what R's survival, cmprsk and etm say about the curves.
# Run from the repository root: Rscript scripts/r-vectors/curves.R
suppressMessages({ library(survival); library(cmprsk); library(etm); library(jsonlite) })

digits <- 14
kinds <- c('plain', 'log', 'log-log')
probabilities <- c(0.1, 0.25, 0.5, 0.75)

# Rows of (entry, exit, event, cluster) become cells of distinct rows with a count.
cells_of <- function(rows) {
  key <- do.call(paste, rows)
  first <- !duplicated(key)
  counted <- rows[first, ]
  counted$count <- as.vector(table(factor(key, key[first])))
  counted[order(counted$entry, counted$exit, counted$event), ]
}

# At most twelve of the days, the first and the last among them.
some_days <- function(days) unique(days[round(seq(1, length(days), length.out = min(12, length(days))))])

kaplan_meier <- function(rows, at) {
  one <- function(kind) survfit(Surv(entry, exit, event > 0) ~ 1, rows, conf.type = kind)
  fit <- one('plain')
  pick <- match(at, fit$time)
  robust <- survfit(Surv(entry, exit, event > 0) ~ 1, rows, cluster = rows$cluster)
  limits <- lapply(kinds, function(kind) { fit <- one(kind); list(lower = fit$lower[pick], upper = fit$upper[pick]) })
  quantiles <- lapply(kinds, function(kind) {
    found <- quantile(one(kind), probabilities)
    list(days = as.vector(found$quantile), lower = as.vector(found$lower), upper = as.vector(found$upper))
  })
  until <- at[c(ceiling(length(at) / 3), length(at))]
  means <- lapply(until, function(day) {
    found <- survival:::survmean(fit, rmean = day)$matrix
    list(until = unbox(day), days = unbox(found[['rmean']]), error = unbox(found[['se(rmean)']]))
  })
  list(
    atRisk = fit$n.risk[pick], events = fit$n.event[pick],
    survival = fit$surv[pick], error = (fit$surv * fit$std.err)[pick],
    hazard = fit$cumhaz[pick], hazardError = fit$std.chaz[pick],
    jackknife = robust$std.err[pick] * (if (isTRUE(robust$logse)) robust$surv[pick] else 1),
    limits = setNames(limits, kinds), quantiles = setNames(quantiles, kinds), means = means
  )
}

# survfit 3.5 ignores `cluster` for multi-state curves, so clusters are summed from its influences here.
survfit_states <- function(rows, at, outcomes) {
  rows$state <- factor(rows$event, 0:outcomes)
  rows$id <- seq_len(nrow(rows))
  fit <- survfit(Surv(entry, exit, state) ~ 1, rows, id = id, influence = TRUE)
  pick <- match(at, fit$time)
  clustered <- apply(fit$influence.pstate, 3, function(state) {
    sqrt(colSums(rowsum(state, rows$cluster)^2))[-1]
  })
  list(
    open = fit$pstate[pick, 1], incidence = lapply(1:outcomes, function(k) fit$pstate[pick, k + 1]),
    jackknife = lapply(0:outcomes, function(k) matrix(clustered, ncol = outcomes + 1)[pick, k + 1])
  )
}

# etm's covariance is Greenwood's form. It lists event days only: carried forward to the days asked for.
etm_states <- function(rows, at, outcomes) {
  fit <- etmCIF(Surv(entry, exit, event != 0) ~ 1, rows, etype = event)[[1]]
  carried <- function(values) c(0, values)[1 + findInterval(at, fit$time)]
  per_outcome <- function(f) lapply(1:outcomes, function(k) if (any(rows$event == k)) f(as.character(k)) else rep(0, length(at)))
  cloglog <- function(k, side) {
    found <- etm:::ci.transfo(fit, paste('0', k), 0.95, 'cloglog')[[1]]
    share <- carried(found$P)
    ifelse(share > 0 & share < 1 - 1e-12, carried(found[[side]]), NA)
  }
  list(
    variance = per_outcome(function(k) carried(trcov(fit, paste('0', k)))),
    lower = per_outcome(function(k) cloglog(k, 'lower')), upper = per_outcome(function(k) cloglog(k, 'upper'))
  )
}

cuminc_states <- function(rows, at, outcomes) {
  fit <- cuminc(rows$exit, rows$event)
  lapply(1:outcomes, function(k) {
    curve <- fit[[paste('1', k)]]
    if (is.null(curve)) return(rep(0, length(at)))
    timepoints(list(curve), at)$var[1, ]
  })
}

make_case <- function(name, rows, outcomes) {
  if (is.null(rows$cluster)) rows$cluster <- seq_len(nrow(rows))
  own <- !anyDuplicated(rows$cluster)
  at <- some_days(sort(unique(rows$exit)))
  late <- any(rows$entry > 0)
  counted <- cells_of(if (own) rows[c('entry', 'exit', 'event')] else rows[c('entry', 'exit', 'event', 'cluster')])
  list(
    name = unbox(name), outcomes = unbox(outcomes),
    cells = unname(as.matrix(counted[c('entry', 'exit', 'event', 'count', if (!own) 'cluster')])),
    days = at, kaplanMeier = kaplan_meier(rows, at),
    survfit = survfit_states(rows, at, outcomes), etm = etm_states(rows, at, outcomes),
    cuminc = if (!late) cuminc_states(rows, at, outcomes)
  )
}

data(abortion, package = 'etm')

# Weibull-like waits in whole days, censored uniformly, some entering late; `span` sets how many ties there are.
generate <- function(seed) {
  set.seed(seed)
  n <- sample(c(5, 8, 12, 20, 35, 60, 100, 180, 300), 1)
  outcomes <- sample(1:4, 1)
  span <- sample(c(6, 20, 90, 400), 1)
  censoring <- sample(c(0.6, 1.2, 4), 1)
  late <- sample(c(0, 0, 0.3, 0.8), 1)
  repeat {
    wait <- ceiling(span * rweibull(n, sample(c(0.7, 1, 1.8), 1), 0.5))
    leave <- ceiling(runif(n, 0, censoring * span))
    entry <- ifelse(runif(n) < late, floor(runif(n, 0, span / 3)), 0)
    rows <- data.frame(entry = entry, exit = pmin(wait, leave), event = ifelse(wait <= leave, sample(outcomes, n, TRUE), 0))
    rows <- rows[rows$exit > rows$entry, ]
    if (nrow(rows) >= 3 && any(rows$event > 0)) break
  }
  if (runif(1) < 0.3) rows$cluster <- sample(ceiling(nrow(rows) / 4), nrow(rows), TRUE)
  name <- sprintf('seed %d: %d intervals, %d outcomes, span %d, censoring %.1f, late %.1f', seed, nrow(rows), outcomes, span, censoring, late)
  make_case(name, rows, outcomes)
}

classical <- function() list(
  make_case('aml, maintained', with(subset(aml, x == 'Maintained'), data.frame(entry = 0, exit = time, event = status)), 1),
  make_case('aml, not maintained', with(subset(aml, x != 'Maintained'), data.frame(entry = 0, exit = time, event = status)), 1),
  make_case('veteran', with(veteran, data.frame(entry = 0, exit = time, event = status)), 1),
  make_case('lung', with(lung, data.frame(entry = 0, exit = time, event = status - 1)), 1),
  make_case('ovarian', with(ovarian, data.frame(entry = 0, exit = futime, event = fustat)), 1),
  make_case('mgus2, progression and death', with(mgus2, data.frame(
    entry = 0, exit = ifelse(pstat == 1, ptime, futime), event = ifelse(pstat == 1, 1, 2 * death))), 2),
  make_case('heart, half days doubled, clustered by person', with(heart, data.frame(
    entry = 2 * start, exit = 2 * stop, event = event, cluster = id)), 1),
  make_case('kidney, clustered by person', with(kidney, data.frame(entry = 0, exit = time, event = status, cluster = id)), 1),
  make_case('abortion (etm), late entries and three outcomes', with(abortion, data.frame(entry = entry, exit = exit, event = cause)), 3)
)

cases <- c(classical(), lapply(1:132, generate))
versions <- sapply(c('survival', 'cmprsk', 'etm'), function(name) as.character(packageVersion(name)))
made <- list(
  madeBy = unbox('scripts/r-vectors/curves.R'), r = unbox(R.version.string), packages = lapply(as.list(versions), unbox),
  probabilities = probabilities, cases = cases
)
writeLines(toJSON(made, digits = I(digits), na = 'null', null = 'null'), 'src/statistics/vectors/curves.json')
cat(length(cases), 'cases,', file.size('src/statistics/vectors/curves.json'), 'bytes\n')
