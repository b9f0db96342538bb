# Times R's estimators on the columns that bench/ten-million.ts wrote as raw 32-bit integers.
# Usage: Rscript bench/survival.R FOLDER ROWS ROWS_FOR_AALEN_JOHANSEN
# Prints one line per estimator: name, seconds.
suppressMessages(library(survival))
words <- commandArgs(trailingOnly = TRUE)
folder <- words[1]
rows <- as.integer(words[2])
rows_few <- as.integer(words[3])
column <- function(name, n = rows) readBin(file.path(folder, name), "integer", n = n, size = 4)

country <- column("group.bin")
entry <- column("entry.bin")
exit <- column("exit.bin")
outcome <- column("event.bin")
seconds <- function(name, work) {
  spent <- system.time(work)[["elapsed"]]
  cat(sprintf("%s\t%.3f\n", name, spent))
}

seconds("survfit Kaplan-Meier", survfit(Surv(entry, exit, outcome > 0) ~ country))
few <- seq_len(rows_few)
data <- data.frame(country = country[few], entry = entry[few], exit = exit[few], outcome = outcome[few])
seconds("survfit Aalen-Johansen", survfit(Surv(entry, exit, factor(outcome, 0:4)) ~ country, data = data, id = few))
if (requireNamespace("prodlim", quietly = TRUE)) {
  # prodlim counts delayed entry only with Hist(entry=); its Aalen-Johansen is of the same rows.
  seconds("prodlim Aalen-Johansen", prodlim::prodlim(prodlim::Hist(exit, outcome, entry = entry) ~ country, data = data))
}
if (requireNamespace("cmprsk", quietly = TRUE)) {
  # cuminc knows no delayed entry, and its test breaks down in large groups: curves of one tenth of the rows, entry ignored.
  tenth <- seq_len(rows_few %/% 10)
  seconds("cmprsk cuminc (a tenth of the rows, no delayed entry)", cmprsk::cuminc(data$exit[tenth], data$outcome[tenth], data$country[tenth]))
}
