;;; What somebody sees who edits with Emacs and eglot, as JSON: asked by emacs.test.mjs, which names the file in the environment.  -*- lexical-binding: t -*-
(require 'eglot)
(require 'flymake)
(require 'json)

;; Emacs brings no mode for YAML before 29; eglot tells the server of a language by the name of the mode.
(define-derived-mode yaml-mode text-mode "YAML")
(load (expand-file-name "init.el" (getenv "HOME")))
(setq eglot-sync-connect 10)

(defun peapod-until (what condition)
  "Wait for what CONDITION tells, WHAT in words."
  (let ((tries 400))
    (while (not (funcall condition))
      (when (< (setq tries (1- tries)) 0) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.02))))

(defun peapod-diagnostics ()
  "What flymake shows of the buffer."
  (flymake-start)
  (mapcar (lambda (one)
            (save-excursion
              (goto-char (flymake-diagnostic-beg one))
              `((line . ,(line-number-at-pos))
                (column . ,(- (point) (line-beginning-position)))
                (message . ,(flymake-diagnostic-text one)))))
          (flymake-diagnostics)))

(defun peapod-visit ()
  "All that is seen."
  (find-file (getenv "PEAPOD_FILE"))
  (yaml-mode)
  (apply #'eglot (eglot--guess-contact))
  (peapod-until "diagnostics" #'peapod-diagnostics)
  (let ((first (vconcat (peapod-diagnostics))) hover completion)
    (goto-char (point-min))
    (search-forward "  conta")
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq hover (substring-no-properties text))))
    (peapod-until "a hover" (lambda () hover))
    (goto-char (point-max))
    (backward-char)
    (let ((offered (eglot-completion-at-point)))
      (setq completion (vconcat (mapcar #'substring-no-properties (all-completions "" (nth 2 offered))))))
    (goto-char (point-min))
    (search-forward "imagee")
    (delete-char -1)
    (eglot--signal-textDocument/didChange)
    (peapod-until "what was mended to be gone" (lambda () (null (peapod-diagnostics))))
    (set-buffer-modified-p nil)
    (eglot-shutdown (eglot-current-server))
    `((first . ,first) (hover . ,hover) (completion . ,completion) (isMended . t))))

(let ((seen (condition-case fault (peapod-visit) (error `((fault . ,(error-message-string fault))))))
      (coding-system-for-write 'utf-8))
  (with-temp-file (getenv "PEAPOD_SEEN") (insert (json-encode seen))))
