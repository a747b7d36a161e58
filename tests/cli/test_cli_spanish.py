"""A folder full of broken files, checked in Spanish: every trouble is told in whole Spanish sentences."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from commands import as_json, run
from reportlab.pdfgen.canvas import Canvas

BROKEN: dict[str, list[str]] = {
    "curriculum/empty.docx": ["está vacío; recupérelo de una copia o elimínelo."],
    "curriculum/cut.docx": ["está dañado o incompleto; ábralo y guárdelo de nuevo como docx o pdf."],
    "curriculum/notes.pdf": [
        "no es un PDF aunque su nombre lo diga: está dañado; guárdelo como docx o pdf.",
    ],
    "curriculum/drive.gdoc": [
        "es un acceso directo a Google Drive y no contiene texto; descargue el documento mismo como docx."
    ],
    "curriculum/scan.pdf": [
        "la página 2 de 2 no tiene texto legible; quizá está escaneado: ponga [reading] ocr = true para reconocer su "
        "texto con Tesseract, o guárdelo con su texto.",
    ],
    "curriculum/map.png": ["es una imagen, cuyo texto no se lee; póngala en un documento con su texto."],
    "curriculum/short.md": [
        "contiene solo 2 palabras propias, demasiado poco para juzgar; si su contenido está en imágenes, añada un "
        "archivo con el texto."
    ],
    "curriculum/all.zip": [
        "../out.md tiene una ruta que sale del archivo comprimido; quítelo de ahí.",
        "contiene 2 imágenes, sonidos o películas, cuyo contenido no se lee.",
    ],
    "curriculum/all.zip/old.xyz": ["tiene un formato que no se lee (.xyz); guárdelo como docx o pdf."],
    "handouts/loose.docx": [
        "está fuera de curriculum/ y de pd/, así que no se leyó; muévalo, o nombre su carpeta en curalign.toml bajo "
        "[district]."
    ],
    "labels.csv": [
        "nombra códigos que este distrito no tiene: PH.9, y 1 celda que no contiene ningún código; corrija esas filas."
    ],
    "results/pupils.csv": [
        "parece hablar de estudiantes individuales en la columna 1; los resultados se leen solo por grupo: quítela, o "
        "exporte un análisis de ítems."
    ],
    "results/items.csv": [
        "max_points debe ser un número y está vacío; la fila se dejó fuera.",
        "n es 1, y menos de 2 estudiantes no son un grupo; la fila se dejó fuera.",
    ],
    "results/web.json": ["no es JSON ni XML aunque su nombre lo diga; expórtelo de nuevo."],
    "standards/other.xml": [
        "es XML de un tipo que no contiene estándares; descárguelo de nuevo, o guarde los estándares como CSV, XLSX o "
        "CASE JSON."
    ],
    "standards/more.csv": [
        "MM.1: un código tiene varios enunciados; se conservan todos, pero las citas van al primero: dé a cada uno el "
        "suyo.",
        "fila 4: se dejó fuera un código sin enunciado: añada el enunciado.",
    ],
}
"""Each broken file, and what is said of it."""

ITEMS = "item_id,standard_code,max_points,n,p_value\n1,PH.1,2,60,0.5\n2,PH.1,,60,0.5\n3,PH.2,1,1,0.5\n"


@pytest.fixture
def broken(small_district: Path) -> Path:
    texts = {
        "curriculum/empty.docx": "",
        "curriculum/cut.docx": "PK\x03\x04 and no more",
        "curriculum/notes.pdf": "Notes of a meeting",
        "curriculum/drive.gdoc": '{"url": "https://docs.example.org"}',
        "curriculum/map.png": "png",
        "curriculum/short.md": "Sharpen pencils",
        "handouts/loose.docx": "PK",
        "labels.csv": "file,lesson,codes\ncurriculum/grade 3 seeds.md,,PH.9\ncurriculum/grade 3 seeds.md,,Ada Day\n",
        "results/pupils.csv": "student name,item_id,score\nAda,1,2\n",
        "results/items.csv": ITEMS,
        "results/web.json": "not found",
        "standards/other.xml": "<page><p>Nothing</p></page>",
        "standards/more.csv": "code,statement\nMM.1,Draw a map\nMM.1,Read a map\nMM.2,\nMM.3,Fold a map\n",
    }
    for name, text in texts.items():
        path = small_district / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("latin-1"))
    page = Canvas(str(small_district / "curriculum" / "scan.pdf"))
    page.drawString(72, 720, "Pupils lay a centimeter ruler along pencils and write down how long each of them is.")
    page.showPage()
    page.showPage()
    page.save()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("../out.md", "a.png", "b.mp3", "old.xyz"):
            archive.writestr(name, "text")
    (small_district / "curriculum" / "all.zip").write_bytes(packed.getvalue())
    return small_district


def test_every_trouble_is_told_in_spanish_and_none_is_kept_as_a_sentence(broken: Path) -> None:
    english, spanish = as_json(broken), as_json(broken, "--language", "es")
    told: dict[str, list[str]] = {}
    for problem in spanish["unjudged"]:
        told.setdefault(problem["file"], []).append(problem["message"])
    assert {file: sorted(said) for file, said in told.items()} == BROKEN
    assert {(p["code"], p["file"], p["place"]) for p in english["unjudged"]} == {
        (p["code"], p["file"], p["place"]) for p in spanish["unjudged"]
    }
    assert {p["message"] for p in english["unjudged"]}.isdisjoint(p["message"] for p in spanish["unjudged"])
    found = {f["message"] for f in spanish["findings"] if f["code"] in ("F301", "F302", "F303")}
    assert {said for file in BROKEN.values() for said in file} <= found
    page = broken.parent / "report.html"
    assert run("report", broken, "--language", "es", "-o", page).returncode == 0
    assert "está dañado o incompleto" in page.read_text(encoding="utf-8")
    kept = "".join(path.read_text(encoding="utf-8") for path in (broken / ".curalign" / "runs").rglob("*.json"))
    assert '"trouble": "misnamed-damaged"' in kept
    sentences = {p["message"] for said in (english, spanish) for p in said["unjudged"]}
    assert {sentence for sentence in sentences if sentence in kept} == set()
