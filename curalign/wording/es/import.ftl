# What `curalign standards import` says about a document whose codes and statements it has read.

import-found = { $codes ->
        [one] { $codes } estándar
        [many] { $codes } de estándares
       *[other] { $codes } estándares
    }{ COUNT($grades) ->
        [0] , sin grado indicado
       *[other] , { GRADES($grades) }
    }{ $strands ->
        [0] { "" }
        [one] , { $strands } eje
        [many] , { $strands } de ejes
       *[other] , { $strands } ejes
    }{ $explained ->
        [0] { "" }
       *[other] , { $explained } con aclaraciones, ejemplos o notas
    }
import-none = aquí nada parece una lista de estándares: no se hallaron códigos cuyos últimos números cuenten, como 3.NF.A.1, 3.NF.A.2 y 3.NF.A.3. Guarde los estándares como tabla con una columna de códigos y otra de enunciados.
import-shapes = Los códigos son como { $shapes }
import-shape = { $example } ({ $codes })
import-marks = No tienen códigos propios: se cuentan con marcas como (1) y (A); los códigos se formaron con ellas.
import-sure = { $sure } de { $codes } no necesitan otra mirada
import-numbers = { $gaps ->
        [0] sus números siguen sin huecos
       *[other] faltan números antes de { LIST($before, $more) }
    }
import-ungraded = { $count ->
        [one] { $count } estándar no indica grado y cuenta para todos
        [many] { $count } de estándares no indican grado y cuentan para todos
       *[other] { $count } estándares no indican grado y cuentan para todos
    }
import-doubt = { $code }: { import-look }
import-look = { $doubt ->
        [twice] su código aparece otra vez con otras palabras
        [long] su enunciado es mucho más largo que los demás
        [short] su enunciado es muy corto
        [cut] su enunciado no termina como los demás
        [gap] falta un número antes de este
       *[made] su código se formó con marcas
    }
import-left = { $count ->
        [one] { $count } texto
        [many] { $count } de textos
       *[other] { $count } textos
    } { $reason ->
        [no-code] sin código
        [no-statement] { $count ->
            [one] con código y sin enunciado
            [many] con códigos y sin enunciados
           *[other] con códigos y sin enunciados
        }
       *[twice] con { $count ->
            [one] un código que ya apareció
            [many] códigos que ya aparecieron
           *[other] códigos que ya aparecieron
        } con otras palabras, que se conservaron
    }: { LIST($quotes, $more) }
import-quote = { QUOTE($text, 60) }{ COUNT($place) ->
        [0] { "" }
       *[other] {" "}({ PLACES($place) })
    }
import-confirm = ¿Escribir estos estándares en { $file }? [s/N]
import-confirm-over = ¿Escribir estos estándares sobre { $file }, que ya existe? [s/N]
import-refused = No se escribió nada.
import-exists = { $file }: ya existe y se dejó como está; nombre otro archivo con -o, o escriba sobre él con --yes.
import-wrote = Se escribió { $file }: { $codes ->
        [one] { $codes } estándar
        [many] { $codes } de estándares
       *[other] { $codes } estándares
    }.{ $doubtful ->
        [0] { "" }
        [one] {" "}Mire la fila cuya confianza no es alta y compárela con el documento.
        [many] {" "}Mire las { $doubtful } filas cuya confianza no es alta y compárelas con el documento.
       *[other] {" "}Mire las { $doubtful } filas cuya confianza no es alta y compárelas con el documento.
    }

# Un documento junto a los estándares, como el final de una frase que comienza con su nombre.
standards-document = es un documento y no una tabla de estándares, y no se leyó; `curalign standards import` pasa sus códigos y enunciados a una tabla, si no están aquí en otro archivo.

# Un documento entre los archivos de estándares, diga lo que diga su nombre, como el final de una frase.
standards-printed = es un documento para personas y no una tabla de estándares; `curalign standards import` hace una tabla con sus códigos y enunciados.
