#!/usr/bin/env python3
"""Amazon fine-food reviews (5-star 'great' against 'other'), the sample of R's modeldata (MIT), out of Debian's r-cran-modeldata. Needs rdata, pandas.
usage: make_reviews.py /usr/lib/R/site-library/modeldata/data/Rdata OUTDIR
Kept: reviews of 60..350 characters, HTML breaks removed, equal counts of both classes, first come first taken, classes taking turns."""
import sys, os, re, gzip, html, warnings; warnings.simplefilter("ignore")
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__))); import rdb
def rows(name):
    d = rdb.load(sys.argv[1], name); r = {"great": [], "other": []}; seen = set()
    for s, t in zip(d["score"], d["review"]):
        t = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", str(t)))).replace("\t", " ").strip()
        if 60 <= len(t) <= 350 and t not in seen: seen.add(t); r[str(s)].append(t)
    n = min(len(v) for v in r.values()); return [(l, r[l][i]) for i in range(n) for l in ("great", "other")]
for part, obj in (("train", "training_data"), ("test", "testing_data")):
    R = rows(obj)
    with open(os.path.join(sys.argv[2], "reviews-%s.tsv.gz" % part), "wb") as fh, gzip.GzipFile(fileobj=fh, mode="wb", mtime=0, compresslevel=9, filename="") as g:
        g.write(("label\ttext\n" + "".join("%d\t%s\n" % (l == "great", t) for l, t in R)).encode())
    print(part, len(R))
