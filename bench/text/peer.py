"""Fits TF-IDF(1-2) + logistic regression (C = 10, balanced) on the rows of a JSON file and prints its answers, one list a task.

Each task: {"train": [text], "labels": [index of the class], "test": [text], "fields": [[[name, value]]] or null of train and then test}.
"""
import json, sys
from scipy.sparse import hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

for task in json.load(open(sys.argv[1])):
    words = TfidfVectorizer(ngram_range=(1, 2))
    x, z = words.fit_transform(task["train"]), words.transform(task["test"])
    if task["fields"]:
        one_hot = DictVectorizer()
        fields = [dict(row) for row in task["fields"]]
        n = len(task["train"])
        x, z = hstack([x, one_hot.fit_transform(fields[:n])]).tocsr(), hstack([z, one_hot.transform(fields[n:])]).tocsr()
    model = LogisticRegression(C=10, class_weight="balanced", max_iter=1000).fit(x, task["labels"])
    print(json.dumps({"classes": [int(c) for c in model.classes_], "shares": model.predict_proba(z).round(9).tolist()}))
