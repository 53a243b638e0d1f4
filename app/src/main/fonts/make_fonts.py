#!/usr/bin/env python3
"""Makes the bundled fonts from Debian's fonts-inter and fonts-stix (needs fonttools >= 4.38).

JavaFX knows no OpenType features, so Inter's tabular figures become its plain ones here, and only
regular and bold of one family, so SemiBold is a family of its own. The families carry names of
ours: STIX reserves its name, and an Inter installed on the machine must not be taken instead.

    python3 make_fonts.py ../resources/epsilonlab/ui/fonts
"""
import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x2000, 0x206F), (0x2070, 0x209F),
          (0x20AC, 0x20AC), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF),
          (0x25A0, 0x25FF), (0x2713, 0x2717)]
TEXT = [code for low, high in RANGES for code in range(low, high + 1)]
INTER = Path("/usr/share/fonts/opentype/inter")
STIX = Path("/usr/share/fonts/opentype/stix-word")


def subset(font, codes):
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "MATH", "FFTM"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def single_substitutions(font, feature):
    gsub = font["GSUB"].table
    result = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == feature:
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    table = getattr(table, "ExtSubTable", table)
                    result.update(getattr(table, "mapping", {}))
    return result


def rename(font, family, bold, italic):
    style = {(0, 0): "Regular", (1, 0): "Bold", (0, 1): "Italic"}[(bold, italic)]
    plain = family.replace(" ", "")
    for record in list(font["name"].names):
        if record.nameID in (16, 17, 21, 22, 25) or record.platformID == 1:
            font["name"].removeNames(nameID=record.nameID, platformID=record.platformID)
    for identity, text in {1: family, 2: style, 3: f"{plain}-{style}", 4: f"{family} {style}",
                           6: f"{plain}-{style}"}.items():
        font["name"].setName(text, identity, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = 0x20 if bold else 0x01 if italic else 0x40
    font["head"].macStyle = (1 if bold else 0) | (2 if italic else 0)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [f"{plain}-{style}"]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName = family, f"{family} {style}"
        top.Weight = "Bold" if bold else "Regular"


def sans(out, source, name, family, bold):
    font = TTFont(INTER / source)
    tabular = single_substitutions(font, "tnum")
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if glyph in tabular and 0x30 <= code <= 0x39:
                table.cmap[code] = tabular[glyph]
    digits = [font.getBestCmap()[code] for code in range(0x30, 0x3A)]
    widest = max(font["hmtx"][glyph][0] for glyph in digits)
    for glyph in digits:  # in SemiBold some differ by 3 of 2816 units
        font["hmtx"][glyph] = (widest, font["hmtx"][glyph][1])
    subset(font, TEXT)
    rename(font, family, bold, 0)
    font.save(out / name)


def maths(out):
    italic = TTFont(STIX / "STIX-Italic.otf")
    have = set(italic.getBestCmap())
    subset(italic, TEXT)
    rest = subset(TTFont(STIX / "STIX-Regular.otf"), [code for code in TEXT if code not in have])
    italic.save(out / "a.otf")
    rest.save(out / "b.otf")
    font = Merger().merge([str(out / "a.otf"), str(out / "b.otf")])
    (out / "a.otf").unlink()
    (out / "b.otf").unlink()
    # STIX leaves room for tall signs above and below, which would push lines of text apart
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 900, -250, 0
    system = font["OS/2"]
    system.sTypoAscender, system.sTypoDescender, system.sTypoLineGap = 900, -250, 0
    system.usWinAscent, system.usWinDescent = 900, 250
    rename(font, "Lab Math", 0, 1)
    font.save(out / "LabMath-Italic.otf")


out = Path(sys.argv[1])
sans(out, "Inter-Regular.otf", "LabSans-Regular.otf", "Lab Sans", 0)
sans(out, "Inter-SemiBold.otf", "LabSans-SemiBold.otf", "Lab Sans SemiBold", 0)
sans(out, "Inter-Bold.otf", "LabSans-Bold.otf", "Lab Sans", 1)
maths(out)
