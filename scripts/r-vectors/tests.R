# Writes src/statistics/vectors/tests.json: what R's survival, cmprsk and etm say about tests of groups,
# banded durations, reversed time and variances by cluster.
# Run from the repository root: Rscript scripts/r-vectors/tests.R
suppressMessages({ library(survival); library(cmprsk); library(etm); library(jsonlite) })

seed <- 20262
set.seed(seed)

# Rows of (entry, exit, event[, cluster]) become distinct rows with a count: entry, exit, event, count[, cluster].
cells_of <- function(rows, columns = c('entry', 'exit', 'event')) {
  counted <- aggregate(list(count = rep(1, nrow(rows))), rows[columns], sum)
  unname(as.matrix(counted[c('entry', 'exit', 'event', 'count', setdiff(columns, c('entry', 'exit', 'event')))]))
}

# At most twelve of the days, the first and the last among them.
some_days <- function(days) unique(days[round(seq(1, length(days), length.out = min(12, length(days))))])

# 1. Tests of groups ------------------------------------------------------------------------------------------------

# Cells by stratum and group, in the order in which the tests take them.
groups_of <- function(rows) {
  lapply(sort(unique(rows$stratum)), function(s) lapply(sort(unique(rows$group)), function(g) {
    own <- rows[rows$stratum == s & rows$group == g, ]
    if (nrow(own) == 0) list() else cells_of(own)
  }))
}

log_rank_case <- function(name, rows, events = 1) {
  rows$seen <- rows$event %in% events
  delayed <- any(rows$entry > 0)
  stratified <- length(unique(rows$stratum)) > 1
  within <- function(formula) if (stratified) update(formula, . ~ . + strata(stratum)) else formula
  test <- survdiff(if (delayed) Surv(one, seen) ~ group + strata(day, stratum) else within(Surv(exit, seen) ~ group), if (delayed) day_by_day(rows) else rows)
  # The score test of the exact partial likelihood is the same test; it takes too long where many events fall on one day.
  if (nrow(rows) <= 100) {
    score <- coxph(within(Surv(entry, exit, seen) ~ factor(group)), rows, ties = 'exact', iter.max = 0)$score
    stopifnot(abs(test$chisq - score) < 1e-8 * score)
  }
  bare <- function(value) unname(rowSums(as.matrix(value)))
  df <- length(unique(rows$group)) - 1
  list(name = unbox(name), outcomes = unbox(max(rows$event)), events = events, strata = groups_of(rows),
    observed = bare(test$obs), expected = bare(test$exp), variance = unname(test$var),
    chiSquare = unbox(test$chisq), degreesOfFreedom = unbox(df), pValue = unbox(pchisq(test$chisq, df, lower.tail = FALSE)))
}

# survdiff knows no delayed entry; with each event day a stratum of those at risk on it, it needs none.
day_by_day <- function(rows) {
  days <- sort(unique(rows$exit[rows$seen]))
  do.call(rbind, lapply(days, function(day) {
    present <- rows[rows$entry < day & day <= rows$exit, ]
    data.frame(group = present$group, stratum = present$stratum, day, one = 1, seen = present$seen & present$exit == day)
  }))
}

gray_case <- function(name, rows) {
  tests <- cuminc(rows$exit, rows$event, rows$group, rows$stratum)$Tests
  list(name = unbox(name), outcomes = unbox(max(rows$event)), strata = groups_of(rows),
    chiSquare = unname(tests[, 'stat']), pValue = pchisq(unname(tests[, 'stat']), tests[, 'df'], lower.tail = FALSE),
    degreesOfFreedom = unname(tests[, 'df']))
}

grouped_rows <- function(n, groups, strata, outcomes, horizon, late = 0) {
  group <- c(1:groups, sample(1:groups, n - groups, TRUE))
  duration <- ceiling(rexp(n, (0.5 + group / groups) / horizon * 2))
  last <- sample(1:horizon, n, TRUE)
  entry <- ifelse(runif(n) < late, floor(runif(n) * horizon / 3), 0)
  rows <- data.frame(group, stratum = sample(1:strata, n, TRUE), entry, exit = pmin(duration, last),
    event = ifelse(duration <= last, sample(1:outcomes, n, TRUE), 0))
  rows[rows$exit > rows$entry, ]
}

classic <- list(
  'veteran by cell type' = with(veteran, data.frame(group = as.integer(celltype), stratum = 1, entry = 0, exit = time, event = status)),
  'veteran by treatment within cell type' = with(veteran, data.frame(group = trt, stratum = as.integer(celltype), entry = 0, exit = time, event = status)),
  'aml' = with(aml, data.frame(group = as.integer(x), stratum = 1, entry = 0, exit = time, event = status)),
  'lung by sex' = with(lung, data.frame(group = sex, stratum = 1, entry = 0, exit = time, event = status - 1)),
  'mgus2 by sex' = with(mgus2, data.frame(group = as.integer(sex), stratum = 1, entry = 0, exit = pmax(1, ifelse(pstat == 1, ptime, futime)), event = ifelse(pstat == 1, 1, 2 * death)))
)
sizes <- list(c(12, 2, 1, 2, 10, 0), c(20, 2, 1, 1, 15, 0), c(30, 3, 1, 2, 8, 0), c(60, 3, 2, 3, 25, 0), c(100, 4, 1, 2, 40, 0), c(150, 5, 3, 4, 30, 0),
  c(300, 2, 2, 2, 100, 0), c(300, 8, 1, 4, 365, 0), c(800, 3, 1, 3, 60, 0), c(1500, 4, 4, 2, 200, 0))
late_sizes <- list(c(25, 2, 1, 1, 12, 0.5), c(60, 3, 1, 2, 30, 0.3), c(100, 4, 2, 2, 40, 0.5), c(300, 2, 1, 3, 90, 0.8), c(300, 5, 3, 2, 60, 0.4))
label <- function(size) sprintf('generated, %d rows, %d groups, %d strata, %d outcomes, %d days%s', size[1], size[2], size[3], size[4], size[5], if (size[6] > 0) ', late entries' else '')
generated <- setNames(lapply(sizes, function(size) do.call(grouped_rows, as.list(size))), sapply(sizes, label))
generated_late <- setNames(lapply(late_sizes, function(size) do.call(grouped_rows, as.list(size))), sapply(late_sizes, label))
every <- c(classic, generated)
log_rank <- unname(Map(log_rank_case, names(c(every, generated_late)), c(every, generated_late)))
log_rank <- c(log_rank, list(log_rank_case('mgus2 by sex, either outcome', classic[['mgus2 by sex']], c(1, 2))))
competing <- Filter(function(rows) max(rows$event) > 1, every)
gray <- unname(Map(gray_case, names(competing), competing))
gray <- c(gray, lapply(list(c(40, 2, 1, 3, 6, 0), c(90, 6, 1, 2, 12, 0), c(400, 3, 5, 3, 20, 0)), function(size) gray_case(label(size), do.call(grouped_rows, as.list(size)))))

# 2. Banded durations -----------------------------------------------------------------------------------------------

# survfit stops when the curve moves less than 5e-5; the same routine run to 1e-13 is the witness.
turnbull <- eval(parse(text = gsub('5e-05', '1e-13', deparse(survival:::survfitTurnbull))))
environment(turnbull) <- asNamespace('survival')

turnbull_case <- function(name, from, to, count) {
  fit <- turnbull(x = factor(rep(1, length(from))), y = Surv(from - 1, to, type = 'interval2'), weights = count)
  stopifnot(!anyNA(fit$surv))
  ends <- sort(unique(c(to[!is.na(to)], from - 1)))
  # A jump lies at the middle of its band: ask between bands only, at days where a band ends or just before one starts.
  survival <- sapply(ends, function(day) { before <- which(fit$time <= day); if (length(before)) fit$surv[max(before)] else 1 })
  list(name = unbox(name), bands = lapply(seq_along(from), function(i) c(from[i], to[i], count[i])), days = ends, within = 1 - survival)
}

banded <- function(n, edges, open) {
  duration <- ceiling(rexp(n, 1.5 / max(edges)))
  from <- to <- numeric(n)
  for (i in 1:n) {
    own <- sort(sample(edges, sample(2:length(edges), 1)))
    lower <- max(0, own[own < duration[i]])
    upper <- if (any(own >= duration[i])) min(own[own >= duration[i]]) else NA
    if (runif(1) < open) upper <- NA
    from[i] <- lower + 1
    to[i] <- upper
  }
  data.frame(from, to, count = sample(1:9, n, TRUE))
}

# Radiotherapy arm of the breast cosmesis trial (Finkelstein and Wolfe 1985), months; (left, right].
cosmesis_left <- c(45, 6, 0, 46, 46, 7, 17, 7, 37, 0, 4, 15, 11, 22, 46, 46, 25, 46, 26, 46, 27, 36, 46, 36, 37, 40, 17, 46, 11, 38, 5, 37, 0, 18, 24, 36, 5, 19, 17, 24, 32, 33, 19, 37, 34, 36)
cosmesis_right <- c(NA, 10, 7, NA, NA, 16, NA, 14, 44, 8, 11, NA, 15, NA, NA, NA, 37, NA, 40, NA, 34, 44, NA, 48, NA, NA, 25, NA, 18, NA, 12, NA, 5, NA, NA, NA, 11, 35, 25, NA, NA, NA, 26, NA, NA, NA)
# Age at first use (Turnbull and Weiss 1978): exact, already used by that age, not yet at that age.
ages <- 10:19
exact <- c(4, 12, 19, 24, 20, 13, 3, 1, 0, 4); already <- c(0, 0, 2, 15, 24, 18, 14, 6, 0, 0); not_yet <- c(0, 0, 0, 1, 2, 3, 2, 3, 1, 0)
first_use <- rbind(data.frame(from = ages, to = ages, count = exact), data.frame(from = 0, to = ages, count = already), data.frame(from = ages + 1, to = NA, count = not_yet))
first_use <- first_use[first_use$count > 0, ]

bands <- c(
  list(turnbull_case('breast cosmesis, radiotherapy', cosmesis_left + 1, cosmesis_right, rep(1, 46))),
  list(with(first_use, turnbull_case('age at first use, doubly censored', from, to, count))),
  lapply(1:20, function(i) {
    edges <- list(c(3, 7, 14, 28), c(7, 14, 28, 60, 90, 120, 180), 1:12, c(30, 60, 90, 180, 365))[[1 + i %% 4]]
    one <- banded(c(8, 15, 30, 60, 120)[1 + i %% 5], edges, c(0, 0.2, 0.5)[1 + i %% 3])
    turnbull_case(paste('generated bands', i), one$from, one$to, one$count)
  })
)

# 3. Reversed time --------------------------------------------------------------------------------------------------

# The bound by its definition: from the day with most at risk upwards until a day that has too few, or that empties.
bound_of <- function(rows, window, least) {
  days <- 0:window
  at_risk <- sapply(days, function(s) sum(rows$duration <= s & s <= rows$limit))
  ended <- sapply(days, function(s) sum(rows$duration == s))
  peak <- which.max(at_risk)
  bad <- which(days > days[peak] & (at_risk < least | (ended == at_risk)))
  if (length(bad)) days[min(bad)] - 1 else window
}

reversed_case <- function(name, rows, window, least = 1) {
  bound <- bound_of(rows, window, least)
  left_out <- sum(rows$duration > bound)
  inside <- rows[rows$duration <= bound, ]
  inside$entry <- window - pmin(inside$limit, bound)
  inside$exit <- window + 1 - inside$duration
  fit <- survfit(Surv(entry, exit, rep(1, nrow(inside))) ~ 1, inside)
  robust <- survfit(Surv(entry, exit, rep(1, nrow(inside))) ~ 1, inside, cluster = inside$cluster)
  inside$state <- factor(inside$event, 0:max(rows$event))
  states <- survfit(Surv(entry, exit, state) ~ 1, inside, id = seq_len(nrow(inside)), influence = TRUE)
  at <- function(fit, values, reversed, before) { i <- findInterval(reversed, fit$time); if (i == 0) before else values[i] }
  days <- some_days(sort(unique(c(pmin(bound, inside$duration), pmin(bound, inside$duration + 1)))))
  days <- days[sapply(days, function(day) at(fit, fit$surv, window - day, 1)) > 1e-10]
  outcomes <- 1:max(rows$event)
  transitions <- matrix(FALSE, length(outcomes) + 1, length(outcomes) + 1)
  transitions[1, -1] <- TRUE
  long <- data.frame(id = seq_len(nrow(inside)), from = 0, to = as.character(inside$event), entry = inside$entry, exit = inside$exit)
  split <- function(day) {
    # A variance of rounding only is none.
    # How those completed by the day split: probability of each state when the reversed clock starts after it.
    found <- etm(long, as.character(0:max(outcomes)), transitions, 'none', s = window - day, t = max(inside$exit) + 1, covariance = TRUE)
    last <- dim(found$est)[3]
    key <- paste(0, outcomes)
    list(share = found$est[1, -1, last], variance = sapply(key, function(k) if (found$cov[k, k, last] < 1e-15) 0 else found$cov[k, k, last]))
  }
  share <- sapply(days, function(day) at(fit, fit$surv, window - day, 1))
  error <- sapply(days, function(day) at(fit, fit$surv * fit$std.err, window - day, 0))
  parts <- lapply(days, split)
  influence <- function(day, k) {
    after <- states$influence.pstate[, , k + 1, drop = FALSE]
    index <- findInterval(window - day, states$time)
    last <- dim(after)[2]
    # Column 1 is the start of the clock.
    own <- after[, last, 1] - after[, index + 1, 1]
    sqrt(sum(rowsum(own, inside$cluster)^2))
  }
  all <- rows
  all$entry <- window - rows$limit
  all$exit <- window + 1 - rows$duration
  list(name = unbox(name), outcomes = unbox(max(rows$event)), windowDays = unbox(window), minimumAtRisk = unbox(least),
    cells = cells_of(all, c('entry', 'exit', 'event', 'cluster')), conditionalOnDays = unbox(bound), leftOut = unbox(left_out), days = days,
    atRisk = sapply(days, function(s) sum(rows$duration <= s & s <= rows$limit)), share = share, error = error,
    clusterError = sapply(days, function(day) at(robust, robust$std.err * (if (isTRUE(robust$logse)) robust$surv else 1), window - day, 0)),
    outcomeShare = lapply(outcomes, function(k) mapply(function(part, f) unname(part$share[k]) * f, parts, share)),
    outcomeError = lapply(outcomes, function(k) mapply(function(part, f, e) sqrt(f^2 * part$variance[[k]] + part$share[[k]]^2 * e^2), parts, share, error)),
    outcomeClusterError = lapply(outcomes, function(k) sapply(days, function(day) influence(day, k))))
}

truncated_rows <- function(n, window, outcomes, mean, start_share) {
  rows <- data.frame(duration = integer(), limit = integer())
  while (nrow(rows) < n) {
    batch <- data.frame(duration = floor(rexp(4 * n, 1 / mean)), limit = floor(runif(4 * n) * (window + 1) * start_share + window * (1 - start_share)))
    rows <- rbind(rows, batch[batch$duration <= batch$limit, ])
  }
  rows <- rows[1:n, ]
  rows$event <- sample(1:outcomes, n, TRUE)
  # A charter is a day of departure, so its people share what is left of their limits.
  rows$cluster <- (rows$limit - rows$duration) %/% 5
  rows
}
reversed_sizes <- list(c(6, 10, 1, 4, 1, 1), c(8, 20, 2, 6, 1, 1), c(15, 30, 2, 10, 1, 1), c(20, 30, 1, 20, 1, 2), c(30, 60, 3, 20, 1, 1), c(40, 60, 2, 60, 1, 3),
  c(60, 90, 4, 30, 0.8, 1), c(80, 90, 2, 40, 1, 5), c(100, 180, 2, 30, 1, 1), c(100, 180, 3, 90, 1, 5), c(150, 365, 2, 60, 1, 1), c(150, 365, 4, 120, 0.7, 10),
  c(200, 100, 2, 50, 0.5, 1), c(250, 365, 1, 200, 1, 10), c(300, 730, 2, 90, 1, 1), c(300, 730, 3, 200, 1, 10), c(400, 365, 4, 80, 1, 1), c(500, 730, 2, 120, 1, 20),
  c(12, 20, 2, 60, 1, 1), c(12, 25, 2, 80, 1, 2), c(120, 60, 2, 90, 1, 30), c(200, 120, 3, 200, 1, 60))
reversed <- lapply(reversed_sizes, function(size) {
  name <- sprintf('generated, %d completed, window of %d days, %d outcomes, at least %d at risk', size[1], size[2], size[3], size[6])
  reversed_case(name, truncated_rows(size[1], size[2], size[3], size[4], size[5]), size[2], size[6])
})
# Incubation of AIDS, the example of Kalbfleisch and Lawless, is not in these packages; two classical sets stand in as if
# only deaths within the window had been filed.
as_completed <- function(time, event, window) {
  rows <- data.frame(duration = time, limit = pmin(window, time + (seq_along(time) * 37) %% window), event, cluster = seq_along(time) %% 7)
  rows[rows$duration <= window & rows$event > 0, ]
}
reversed <- c(reversed, list(
  reversed_case('veteran, deaths only', as_completed(veteran$time, veteran$status, 400), 400, 5),
  reversed_case('mgus2, either outcome', with(mgus2, as_completed(ifelse(pstat == 1, ptime, futime), ifelse(pstat == 1, 1, 2 * death), 300)), 300)
))

# 4. Variance by cluster ------------------------------------------------------------------------------------------------

cluster_case <- function(name, rows) {
  days <- some_days(sort(unique(rows$exit[rows$event > 0])))
  fit <- survfit(Surv(entry, exit, event > 0) ~ 1, rows, cluster = cluster, robust = TRUE)
  rows$state <- factor(rows$event, 0:max(rows$event))
  states <- survfit(Surv(entry, exit, state) ~ 1, rows, id = seq_len(nrow(rows)), influence = TRUE)
  # survfit 3.5 ignores `cluster` for multi-state curves, so its influences are summed by cluster here.
  errors <- function(k) sapply(days, function(day) sqrt(sum(rowsum(states$influence.pstate[, match(day, states$time) + 1, k + 1], rows$cluster)^2)))
  # How much each variance is worth: Satterthwaite's degrees of freedom of a sum of squares, from its own fourth powers.
  freedom <- sapply(days, function(day) {
    own <- rowsum(states$influence.pstate[, match(day, states$time) + 1, 2], rows$cluster)
    if (max(abs(own)) < 1e-12) 0 else min(nrow(own) - 1, 2 * sum(own^2)^2 / (sum(own^4) - sum(own^2)^2 / nrow(own)))
  })
  pick <- match(days, fit$time)
  list(name = unbox(name), outcomes = unbox(max(rows$event)), cells = cells_of(rows, c('entry', 'exit', 'event', 'cluster')), days = days,
    degreesOfFreedom = freedom,
    clusters = unbox(length(unique(rows$cluster))),
    survivalError = (fit$std.err * (if (isTRUE(fit$logse)) fit$surv else 1))[pick],
    incidenceError = lapply(1:max(rows$event), errors))
}
clustered_rows <- function(n, outcomes, horizon, size, late) {
  rows <- grouped_rows(n, 1, 1, outcomes, horizon, late)
  rows$cluster <- rows$exit %/% 4 + 1000 * (seq_len(nrow(rows)) %% size)
  rows
}
cluster_sizes <- list(c(10, 1, 12, 2, 0), c(15, 2, 20, 2, 0), c(30, 2, 20, 3, 0), c(30, 3, 30, 1, 0.3), c(60, 2, 60, 2, 0), c(60, 4, 40, 3, 0.5),
  c(100, 2, 90, 4, 0), c(100, 3, 60, 2, 0.4), c(200, 4, 180, 5, 0), c(200, 2, 90, 1, 0.6), c(300, 3, 365, 3, 0), c(300, 2, 200, 2, 0.3))
clusters <- lapply(cluster_sizes, function(size) cluster_case(
  sprintf('generated, %d rows, %d outcomes, %d days%s', size[1], size[2], size[3], if (size[5] > 0) ', late entries' else ''),
  do.call(clustered_rows, as.list(size))))
clusters <- c(clusters, list(
  cluster_case('lung by institution', with(lung[!is.na(lung$inst), ], data.frame(entry = 0, exit = time, event = status - 1, cluster = inst))),
  cluster_case('mgus2 by decade of age', with(mgus2, data.frame(entry = 0, exit = pmax(1, ifelse(pstat == 1, ptime, futime)), event = ifelse(pstat == 1, 1, 2 * death), cluster = age %/% 10)))
))

# 5. Student's quantiles -----------------------------------------------------------------------------------------------

student <- expand.grid(p = c(0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.995), df = c(0.7, 1, 2, 5.5, 10, 30, 100, 1234.5, 99999))
student <- unname(as.matrix(cbind(student, qt(student$p, student$df))))

packages <- c('survival', 'cmprsk', 'etm')
vectors <- list(
  packages = as.list(setNames(sapply(packages, function(name) as.character(packageVersion(name))), packages)),
  seed = unbox(seed), logRank = log_rank, gray = gray, bands = bands, reversed = reversed, clusters = clusters, student = student)
write(toJSON(vectors, digits = I(15), na = 'null', null = 'null'), 'src/statistics/vectors/tests.json')
groups <- vectors[c('logRank', 'gray', 'bands', 'reversed', 'clusters')]
cat(sprintf('%s: %d cases\n', names(groups), lengths(groups)), sep = '')
