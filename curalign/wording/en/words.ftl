# Small words that sentences are made with.

chance-unknown = unknown
# A probability that is more than nothing and less than one in a hundred.
chance-tiny = under 1 %

quoted = “{ $text }”
and = { $first } and { $last }
more = { NUMBER($count, useGrouping: 0) } more

# Grades: `grade 3`, `grades K to 2 and 5`.
from-to = { $from } to { $to }
grades = { $count ->
    [one] grade { $grades }
   *[other] grades { $grades }
}

# What each signal of a judge says of a passage and a standard, beside what it adds to the log-odds.
signal-prior = before looking, few passages teach any one standard
signal-similarity = closeness in meaning (cosine { $value })
signal-examples = closeness to example lessons for the standard (cosine { $value })
signal-terms = words in common with the statement (cosine { $value })
signal-example_terms = words in common with the statement and its example lessons (cosine { $value })
signal-long_terms = words in common with the statement, in a long text
signal-subject = what the rest of the document is about
signal-beginning = how a long text begins
signal-long_example_terms = words in common with the statement and its example lessons, in a long text
signal-meaning = closer in meaning than to other standards ({ $value } deviations)
signal-words = more words in common than with other standards ({ $value } deviations)
signal-choices = how many standards it could have been instead
signal-unit = what the headings above and the rest of the document add ({ $value })
signal-heading = people seldom name a heading over other standards
signal-emphasis = how often published lessons teach it, beside others of its grade ({ $value })
signal-rivals = how well other standards fit this passage

# How large a file is.
megabytes = { $size } MB
gigabytes = { NUMBER($size, maximumFractionDigits: 1) } GB

# Said at the end, where sentences could not be said in the language that was asked for.
said-in-english = Some of this is in English, for curalign could not say it in this language: { LIST($sentences, $more) }. Please report this line.
