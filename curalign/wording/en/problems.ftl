# What is wrong with a file, as the end of a sentence that its name begins: "holds no text, ...".

too-little-text = { $words ->
        [0] holds no text
        [one] holds only { $words } word of its own
       *[other] holds only { $words } words of its own
    }, too little to judge; if its content is in pictures, add a file with the text.

other-language = seems to be in { language-name }, which was not judged for; add '{ $language }' to segmenting.languages if the encoder knows that language.

language-name = { $language ->
    [en] English
    [es] Spanish
    [fr] French
    [pt] Portuguese
    [de] German
    [it] Italian
    [vi] Vietnamese
    [ht] Haitian Creole
    [tl] Tagalog
    [ru] Russian or a neighbour of it
    [ar] Arabic
    [he] Hebrew
    [el] Greek
    [hi] Hindi
    [bn] Bengali
    [zh] Chinese
    [ja] Japanese
    [ko] Korean
    [th] Thai
    [am] Amharic
    [km] Khmer
    [lo] Lao
    [my] Burmese
   *[other] { $language }
}
