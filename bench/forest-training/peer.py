"""Trains scikit-learn's forests on rows from folders. A line of input is a job: n p m k trees seeds folder; a line of output says how long one forest took and what each answers."""
import json, sys, time
import numpy as np
from sklearn.ensemble import RandomForestClassifier

for line in sys.stdin:
    n, p, m, k, trees, seeds = map(int, line.split()[:6])
    folder = line.split()[6]
    x = np.fromfile(folder + "/x").reshape(n + m, p)
    y = np.fromfile(folder + "/y")
    ms, shares = 0, []
    for seed in range(1, seeds + 1):
        forest = RandomForestClassifier(trees, n_jobs=1, random_state=seed)
        start = time.perf_counter()
        forest.fit(x[:n], y[:n])
        if seed == 1:
            ms = (time.perf_counter() - start) * 1000
        full = np.zeros((m, k))
        full[:, forest.classes_.astype(int)] = forest.predict_proba(x[n:])
        shares.append(full.ravel().tolist())
    print(json.dumps({"ms": ms, "shares": shares}))
