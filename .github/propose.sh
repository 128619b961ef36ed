#!/usr/bin/env bash
# propose.sh BRANCH TITLE BODY_FILE: what changed in content/ and seeds/ becomes a pull request, or renews it.
# Needs GH_TOKEN and REPOSITORY. The token meets git only here, after all that reads texts has run.
set -euo pipefail
branch=$1 title=$2 body=$3
if [ -z "$(git status --porcelain -- content seeds)" ]; then
  echo "Nothing new to propose." >> "$GITHUB_STEP_SUMMARY"
  exit 0
fi
git config user.name "github-actions[bot]"
git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
git switch --quiet -C "$branch"
git add -- content seeds
git commit --quiet -m "content: $title"
git push --quiet --force "https://x-access-token:${GH_TOKEN}@github.com/${REPOSITORY}.git" "$branch"
cat "$body" >> "$GITHUB_STEP_SUMMARY"
if [ -z "$(gh pr list --repo "$REPOSITORY" --head "$branch" --state open --json number --jq '.[].number')" ]; then
  gh pr create --repo "$REPOSITORY" --base "$BASE" --head "$branch" --title "$title" --body-file "$body"
else
  gh pr edit "$branch" --repo "$REPOSITORY" --body-file "$body"
fi
