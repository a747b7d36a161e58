# What is wrong with a file, as the end of a sentence that its name begins: "no contiene texto, ...".

too-little-text = { $words ->
        [0] no contiene texto
        [one] contiene solo { $words } palabra propia
       *[other] contiene solo { $words } palabras propias
    }, demasiado poco para juzgar; si su contenido está en imágenes, añada un archivo con el texto.

other-language = parece estar en { language-name }, idioma que no se juzgó; añada '{ $language }' a segmenting.languages si el codificador conoce ese idioma.

language-name = { $language ->
    [en] inglés
    [es] español
    [fr] francés
    [pt] portugués
    [de] alemán
    [it] italiano
    [vi] vietnamita
    [ht] criollo haitiano
    [tl] tagalo
    [ru] ruso o una lengua cercana
    [ar] árabe
    [he] hebreo
    [el] griego
    [hi] hindi
    [bn] bengalí
    [zh] chino
    [ja] japonés
    [ko] coreano
    [th] tailandés
    [am] amárico
    [km] jemer
    [lo] lao
    [my] birmano
   *[other] { $language }
}
