"""Trains scikit-learn's forests on rows from a folder and prints how long one took and how well each answers: n p m k trees seeds folder."""
import json, sys, time
import numpy as np
from sklearn.ensemble import RandomForestClassifier

n, p, m, k, trees, seeds = map(int, sys.argv[1:7])
x = np.fromfile(sys.argv[7] + "/x").reshape(n + m, p)
y = np.fromfile(sys.argv[7] + "/y")
ms, shares = 0, []
for seed in range(1, seeds + 1):
    forest = RandomForestClassifier(trees, n_jobs=1 if seed == 1 else 2, random_state=seed)
    start = time.perf_counter()
    forest.fit(x[:n], y[:n])
    if seed == 1:
        ms = (time.perf_counter() - start) * 1000
    full = np.zeros((m, k))
    full[:, forest.classes_.astype(int)] = forest.predict_proba(x[n:])
    shares.append(full.ravel().tolist())
print(json.dumps({"ms": ms, "shares": shares}))
