"""Trains scikit-learn's forest on rows from a folder and prints how long that took and how well it answers: n p m trees folder."""
import json, sys, time
import numpy as np
from sklearn.ensemble import RandomForestClassifier

n, p, m, trees = map(int, sys.argv[1:5])
x = np.fromfile(sys.argv[5] + "/x").reshape(n + m, p)
y = np.fromfile(sys.argv[5] + "/y")
forest = RandomForestClassifier(trees, n_jobs=1, random_state=1)
start = time.perf_counter()
forest.fit(x[:n], y[:n])
ms = (time.perf_counter() - start) * 1000
print(json.dumps({"ms": ms, "second": forest.predict_proba(x[n:])[:, 1].tolist()}))
