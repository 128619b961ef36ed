"""The press: what is printed anew and what stays as it was printed.

Everything a build writes is made by jobs (`jobs`). While a job runs, the things of the digest note what it
reads of them (`watching`); the ledger (`ledger`) keeps that, with a fingerprint of every value
(`fingerprints`). At the next build a job is made again only where a value it read is another (`printing`).
"""
