"""A folder that does not exist yet -> a new site in it: settings, an example, a workflow that publishes.

What a new site is installed from, its README says and its workflow runs:

    python -m pip install --require-hashes -r requirements.txt
    python -m pip install --no-deps --no-build-isolation -r briefgen.txt

`requirements.txt` is briefgen's own lock: everything that briefgen needs, each with its version and its hashes, what builds
it from source included (so that `--no-build-isolation` fetches nothing unpinned). `briefgen.txt` names briefgen itself, in a
file of its own since pip wants either every hash of a file or none, and nobody knows briefgen's before it is published:
`briefgen==VERSION`, the address and commit of its repository, or the wheel in the site's folder `wheels/`, whichever this
copy was installed from. Both lie in the site's root, beside `mkdocs.yml`; articles are in `seeds/`, MkDocs' `docs_dir` is
`content`, its `site_dir` is `site`.

The files of a new site are data in `files/`. What lies in `files/github/` is copied to `.github/`, byte for byte: nothing is
filled in there, so a workflow takes the site's address and name from `mkdocs.yml` or from GitHub. A folder for each language
has what people read.

`update.py` renews a site that an older briefgen began, by the list of what that wrote (`manifest.py`).
"""
