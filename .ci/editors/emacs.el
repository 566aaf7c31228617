;; What is shown in the buffer, as a person would look at it; run by .ci/editor.  -*- lexical-binding: t -*-
(setq create-lockfiles nil make-backup-files nil)
(setq eglot-sync-connect 60 eglot-connect-timeout 60)

(defun shown ()
  "All messages of the findings in this buffer."
  (mapconcat #'flymake-diagnostic-text (flymake-diagnostics) "\n"))

(defun await (what holds)
  "Wait until HOLDS does, and fail with WHAT when it never does."
  (let ((tries 0))
    (while (not (funcall holds))
      (when (> (setq tries (1+ tries)) 300)
        (message "%s: %s" what (shown))
        (kill-emacs 1))
      (accept-process-output nil 0.2)
      (flymake-start))))

(find-file (pop command-line-args-left))
(run-hooks 'post-command-hook)
(await "nothing is shown" (lambda () (and (string-match-p "Item 9\\.01" (shown)) (string-match-p "99\\.2" (shown)))))
(message "%s" (mapconcat (lambda (one) (format "%s" (flymake-diagnostic-text one))) (flymake-diagnostics) "\n"))
(let ((one (seq-find (lambda (one) (string-match-p "Item 9\\.01" (flymake-diagnostic-text one))) (flymake-diagnostics))))
  (goto-char (flymake-diagnostic-beg one)))
(let ((answer (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover (eglot--TextDocumentPositionParams))))
  (unless (string-match-p "Remedy" (format "%S" answer)) (message "nothing beside the pointer") (kill-emacs 1)))
(message "pointed")
(when (re-search-forward "9\\.01" nil t) (replace-match "x"))
(eglot--signal-textDocument/didChange)
(await "what was mended is still shown" (lambda () (not (string-match-p "reports Item 9\\.01" (shown)))))
(message "mended")
(set-buffer-modified-p nil)
(kill-emacs 0)
