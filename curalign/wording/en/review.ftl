# What people answered: on the pages of `curalign review`, and wherever a report rests on it.

reviews-not-read = holds answers of reviewers that could not be read ({ $reason }); check the file and its permissions.
review-line-broken = holds an answer that cannot be understood or was cut off before it was recorded (line { $line }); the rest counts.
signal-review = a person looked at it
counted-with-answers = People answered about { $answers ->
        [one] { $answers } standard
       *[other] { $answers } standards
    } themselves.
counted-and-answers = People answered about { $answers } standards themselves; by their answers alone, whatever the model says, between { $low } and { $high } are taught.
counted-by-answers = This number rests on what people answered about { $answers } standards alone (between { $low } and { $high }), for their answers contradict the model.
# The end of "Taught: ...".
by-review = by the word of { LIST($reviewers) }, who { $agreed ->
        [True] answered
       *[other] did not all agree; most answered
    } { $answer ->
        [yes] yes
        [partly] partly
        [no] no
       *[other] { $answer }
    }.
promise-holds = Of the standards that the district does not teach, at most { $alpha } in 100 are expected to be called taught, by { $untaught } that people found not taught; for that a standard is called taught only from a measured probability of { THRESHOLD($threshold) }.
promise-lacks = Reviews promise nothing yet of the list of taught standards: people found { $untaught } of those drawn not taught, and it takes { $needed }, with a probability that tells them apart.
