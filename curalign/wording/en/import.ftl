# What `curalign standards import` says about a document whose codes and statements it has read.

import-found = { $codes ->
        [one] { $codes } standard
       *[other] { $codes } standards
    }{ COUNT($grades) ->
        [0] , no grade stated
       *[other] , { GRADES($grades) }
    }{ $strands ->
        [0] { "" }
        [one] , { $strands } strand
       *[other] , { $strands } strands
    }{ $explained ->
        [0] { "" }
       *[other] , { $explained } with clarifications, examples or notes
    }
import-none = nothing here looks like a list of standards: no codes whose last numbers count, such as 3.NF.A.1, 3.NF.A.2 and 3.NF.A.3, were found. Save the standards as a table with a column of codes and one of statements.
import-shapes = Codes look like { $shapes }
import-shape = { $example } ({ $codes })
import-marks = They have no codes of their own but are counted by marks such as (1) and (A); the codes were put together from these.
import-sure = { $sure } of { $codes } need no second look
import-numbers = { $gaps ->
        [0] their numbers run without a gap
       *[other] numbers are missing before { LIST($before, $more) }
    }
import-ungraded = { $count ->
        [one] { $count } standard states no grade, so it counts for every grade
       *[other] { $count } standards state no grade, so they count for every grade
    }
import-doubt = { $code }: { import-look }
import-look = { $doubt ->
        [twice] its code is printed again with other words
        [long] its statement is much longer than others
        [short] its statement is very short
        [cut] its statement does not end as others do
        [gap] a number is missing before it
       *[made] its code was put together from marks
    }
import-left = { $count ->
        [one] { $count } text
       *[other] { $count } texts
    } { $reason ->
        [no-code] without a code
        [no-statement] { $count ->
            [one] with a code and no statement
           *[other] with codes and no statements
        }
       *[twice] with { $count ->
            [one] a code
           *[other] codes
        } printed before with other words, which were kept
    }: { LIST($quotes, $more) }
import-quote = { QUOTE($text, 60) }{ COUNT($place) ->
        [0] { "" }
       *[other] {" "}({ LIST($place) })
    }
import-confirm = Write these standards to { $file }? [y/N]
import-confirm-over = Write these standards over { $file }, which is there? [y/N]
import-refused = Nothing was written.
import-exists = { $file }: is there already and was left as it is; name another file with -o, or write over it with --yes.
import-wrote = Wrote { $file }: { $codes ->
        [one] { $codes } standard
       *[other] { $codes } standards
    }.{ $doubtful ->
        [0] { "" }
        [one] {" "}Look at the row whose confidence is not high, and compare it with the document.
       *[other] {" "}Look at the { $doubtful } rows whose confidence is not high, and compare them with the document.
    }

# A document beside the standards, as the end of a sentence that its name begins.
standards-document = is a document and no table of standards, and was left; `curalign standards import` reads its codes and statements into one, where they are not in another file here.

# A document among the files of standards, whatever its name says, as the end of a sentence that its name begins.
standards-printed = is a document for people to read and no table of standards; `curalign standards import` makes a table of its codes and statements.
