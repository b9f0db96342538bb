# Writes src/statistics/vectors/prodlim.json: what R's prodlim says about some of the cases of curves.json.
# Run from the repository root, after curves.R: Rscript scripts/r-vectors/prodlim.R
suppressMessages({ library(prodlim); library(jsonlite) })

curves <- fromJSON('src/statistics/vectors/curves.json', simplifyVector = FALSE)$cases
rows_of <- function(case) {
  rows <- do.call(rbind, lapply(case$cells, function(cell) data.frame(entry = cell[[1]], exit = cell[[2]], event = cell[[3]], count = cell[[4]])))
  rows[rep(seq_len(nrow(rows)), rows$count), 1:3]
}

of_case <- function(case) {
  rows <- rows_of(case)
  days <- unlist(case$days)
  fit <- prodlim(Hist(exit, event, entry = entry, cens.code = '0') ~ 1, data = rows)
  at <- pmax(findInterval(days, fit$time), 0)
  causes <- if (fit$model == 'competing.risks') lapply(fit$cuminc, function(share) c(0, share)[at + 1]) else NULL
  list(name = unbox(case$name), survival = c(1, fit$surv)[at + 1], incidence = unname(causes), causes = if (is.null(causes)) NULL else as.integer(names(fit$cuminc)))
}

several <- Filter(function(case) case$outcomes %in% 1:3, curves)
chosen <- several[seq(1, length(several), by = 4)]
cases <- lapply(chosen, of_case)
write_json(list(madeBy = unbox('scripts/r-vectors/prodlim.R'), prodlim = unbox(as.character(packageVersion('prodlim'))), cases = cases),
  'src/statistics/vectors/prodlim.json', digits = 14, null = 'null')
cat(length(cases), 'cases\n')
