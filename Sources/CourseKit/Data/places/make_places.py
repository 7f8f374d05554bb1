#!/usr/bin/env python3
"""Makes places.tsv: place names in English and in Russian. Standard library only.

    apt-get download libgweather-4-common && dpkg -x libgweather-4-common_*.deb w
    python3 make_places.py w/usr/share/locale/ru/LC_MESSAGES/libgweather-4.0-locations.mo places.tsv
"""

import gettext
import re
import sys

catalogue, out = sys.argv[1:3]
with open(catalogue, "rb") as file:
    entries = gettext.GNUTranslations(file)._catalog
names = sorted((key.split("\x04")[-1], value) for key, value in entries.items() if isinstance(key, str) and key)
seen, rows = set(), []
for english, russian in names:
    if not re.fullmatch(r"[A-Za-zÀ-ÿ' .-]{2,24}", english) or not re.fullmatch(r"[А-Яа-яЁё' .-]{2,26}", russian):
        continue
    english, russian = (re.sub(r"\s+", " ", name).strip() for name in (english, russian))
    if english and english.lower() not in seen and english != russian and re.search("[а-яё]", russian.lower()):
        seen.add(english.lower())
        rows.append(f"{english}\t{russian}\n")
with open(out, "w", encoding="utf8") as file:
    file.write("en\tru\n" + "".join(rows))
